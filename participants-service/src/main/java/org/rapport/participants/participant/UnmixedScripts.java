package org.rapport.participants.participant;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.Character.UnicodeScript;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text whose words do not mix scripts with letters that look alike: such a word is a typing error or a deception, and is
 * found by nobody. Words of different scripts beside each other are fine.
 */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = UnmixedScripts.Check.class)
public @interface UnmixedScripts {

    String message() default "must not mix Latin, Cyrillic, Greek or other letters that look alike in one word";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at every word. */
    class Check implements ConstraintValidator<UnmixedScripts, String> {

        private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

        private static final Set<UnicodeScript> LOOK_ALIKE = EnumSet.of(
                UnicodeScript.LATIN,
                UnicodeScript.CYRILLIC,
                UnicodeScript.GREEK,
                UnicodeScript.COPTIC,
                UnicodeScript.ARMENIAN,
                UnicodeScript.CHEROKEE);

        @Override
        public boolean isValid(String name, ConstraintValidatorContext context) {
            return name == null
                    || isAscii(name)
                    || BETWEEN_WORDS.splitAsStream(name).allMatch(Check::isOfOneScript);
        }

        /** As most names are; all letters in it are Latin. */
        private static boolean isAscii(String name) {
            return name.chars().allMatch(c -> c < 0x80);
        }

        private static boolean isOfOneScript(String word) {
            return word.codePoints()
                            .mapToObj(UnicodeScript::of)
                            .filter(LOOK_ALIKE::contains)
                            .distinct()
                            .count()
                    <= 1;
        }
    }
}
