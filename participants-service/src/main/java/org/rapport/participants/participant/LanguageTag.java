package org.rapport.participants.participant;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** A BCP 47 tag whose language is in ISO 639-1 and its country in ISO 3166-1, as the JDK lists them. */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LanguageTag.Check.class)
public @interface LanguageTag {

    String message() default "must be a language tag (BCP 47) such as es or pt-BR";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the language up. */
    class Check implements ConstraintValidator<LanguageTag, String> {

        private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(String tag, ConstraintValidatorContext context) {
            if (tag == null) {
                return true;
            }
            Locale locale = Form.locale(tag);
            return locale != null
                    && LANGUAGES.contains(locale.getLanguage())
                    && (locale.getCountry().length() != 2 || COUNTRIES.contains(locale.getCountry()));
        }
    }

    /** How tags are kept: with the case that each part of a tag has by convention. */
    final class Form {

        private Form() {}

        /** What is no tag at all is left to the check. */
        static String normalise(String tag) {
            Locale locale = tag == null ? null : locale(tag);
            return locale == null ? tag : locale.toLanguageTag();
        }

        private static Locale locale(String tag) {
            try {
                return new Locale.Builder().setLanguageTag(tag).build();
            } catch (IllformedLocaleException e) {
                return null;
            }
        }
    }
}
