package org.rapport.participants.participant;

import java.util.UUID;

/**
 * Who an id or an e-mail address leads to.
 *
 * @param id of the record, which may have been merged into another
 */
public record KnownPerson(
        UUID id, UUID mergedInto, ParticipantStatus status, String givenName, String familyName, String email) {

    /** Who took the place of this record, if anybody did. */
    public UUID presentId() {
        return mergedInto == null ? id : mergedInto;
    }

    public boolean isErased() {
        return status == ParticipantStatus.ERASED;
    }
}
