package org.rapport.reporting.projection;

import static org.rapport.reporting.projection.Required.required;

import java.util.UUID;

/** Two different participants, always named in the same order, so that a pair is found by one key. */
final class Pair {

    private Pair() {}

    /** By string order: that of {@link UUID#compareTo} takes the halves as signed numbers. */
    static void requireCanonical(UUID participantAId, UUID participantBId) {
        required(participantAId, "participantAId");
        required(participantBId, "participantBId");
        if (participantAId.toString().compareTo(participantBId.toString()) >= 0) {
            throw new IllegalArgumentException("participantAId is not less than participantBId");
        }
    }
}
