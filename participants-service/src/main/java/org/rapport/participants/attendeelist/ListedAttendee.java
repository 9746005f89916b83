package org.rapport.participants.attendeelist;

import java.time.Instant;
import org.rapport.kit.validation.Errors;

/**
 * A row of a list.
 *
 * @param ticket what tells it from other tickets at the product; null if the list does not tell
 * @param errors by the columns of the {@link Layout}
 */
record ListedAttendee(
        long line,
        String ticket,
        ListedName name,
        String email,
        RegistrationStatus status,
        Instant registeredAt,
        boolean attended,
        Instant checkedInAt,
        Errors errors) {}
