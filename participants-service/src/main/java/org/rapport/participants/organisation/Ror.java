package org.rapport.participants.organisation;

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
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A ROR id with the right check digits: Crockford's base 32, then ISO 7064 MOD 97-10. */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Ror.Check.class)
public @interface Ror {

    String message() default "must be a ROR id such as https://ror.org/05gq02987";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Computes the check digits. */
    class Check implements ConstraintValidator<Ror, String> {

        private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
        private static final Pattern FORM = Pattern.compile("https://ror\\.org/0([0-9a-hjkmnp-tv-z]{6})([0-9]{2})");

        @Override
        public boolean isValid(String ror, ConstraintValidatorContext context) {
            if (ror == null) {
                return true;
            }
            Matcher matcher = FORM.matcher(ror);
            if (!matcher.matches()) {
                return false;
            }
            long number = 0;
            for (char digit : matcher.group(1).toCharArray()) {
                number = number * ALPHABET.length() + ALPHABET.indexOf(digit);
            }
            return 98 - number * 100 % 97 == Long.parseLong(matcher.group(2));
        }
    }

    /** How ROR ids are kept: as the address that stands for each, whichever of its usual forms came. */
    final class Form {

        private static final Pattern ADDRESS = Pattern.compile("^(https?://)?(ror\\.org/)?(?=0[^/]*$)");

        private Form() {}

        static String normalise(String ror) {
            return ror == null
                    ? null
                    : ADDRESS.matcher(ror.toLowerCase(Locale.ROOT)).replaceFirst("https://ror.org/");
        }
    }
}
