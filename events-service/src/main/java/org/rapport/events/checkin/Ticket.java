package org.rapport.events.checkin;

import java.time.Instant;
import java.util.UUID;

/**
 * What a code says: whom it lets in where, and until when. It names the participant, not the registration, since two
 * registrations become one when their participants are merged, and codes that were printed before stay good.
 */
record Ticket(UUID eventId, UUID participantId, Instant expiresAt) {

    /** The same, by the present name of its participant. */
    Ticket of(UUID present) {
        return new Ticket(eventId, present, expiresAt);
    }
}
