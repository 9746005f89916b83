package org.rapport.participants.participant;

import java.util.Locale;

/** E-mail addresses are the same whatever their case, so they are kept in lower case. */
final class EmailAddress {

    private EmailAddress() {}

    static String normalise(String email) {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }
}
