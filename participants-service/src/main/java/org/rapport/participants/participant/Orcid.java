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
import java.util.Locale;
import java.util.regex.Pattern;

/** An ORCID iD with the right check digit (ISO 7064 MOD 11-2). */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Orcid.Check.class)
public @interface Orcid {

    String message() default "must be an ORCID iD such as 0000-0002-1825-0097, with its check digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Computes the check digit. */
    class Check implements ConstraintValidator<Orcid, String> {
        @Override
        public boolean isValid(String orcid, ConstraintValidatorContext context) {
            if (orcid == null) {
                return true;
            }
            if (!orcid.matches("([0-9]{4}-){3}[0-9]{3}[0-9X]")) {
                return false;
            }
            String digits = orcid.replace("-", "");
            int total = 0;
            for (int i = 0; i < digits.length() - 1; i++) {
                total = (total + Character.digit(digits.charAt(i), 10)) * 2;
            }
            int check = (12 - total % 11) % 11;
            return digits.charAt(digits.length() - 1) == (check == 10 ? 'X' : Character.forDigit(check, 10));
        }
    }

    /** How ORCID iDs are kept: without the address that they are shown with. */
    final class Form {

        private static final Pattern ADDRESS = Pattern.compile("^https?://(www\\.)?orcid\\.org/");

        private Form() {}

        static String normalise(String orcid) {
            return orcid == null
                    ? null
                    : ADDRESS.matcher(orcid).replaceFirst("").toUpperCase(Locale.ROOT);
        }
    }
}
