package org.rapport.participants.participant;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * E-mail addresses are the same whatever their case, so they are kept in lower case; and the same if they look the same for
 * their composition (NFKC) or for characters that cannot be seen.
 */
final class EmailAddress {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private EmailAddress() {}

    static String normalise(String email) {
        if (email == null) {
            return null;
        }
        String composed = Normalizer.normalize(email, Normalizer.Form.NFKC);
        return INVISIBLE.matcher(composed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
