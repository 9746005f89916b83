package org.rapport.events.allocation;

import java.time.Instant;
import java.util.UUID;

/**
 * An allocation as clients see it.
 *
 * @param seed by which chance decided, if it did
 */
record AllocationResponse(
        UUID id,
        UUID eventId,
        UUID sessionId,
        UUID participantId,
        AllocationMethod method,
        Long seed,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static AllocationResponse from(Allocation allocation) {
        return new AllocationResponse(
                allocation.id(),
                allocation.eventId(),
                allocation.sessionId(),
                allocation.participantId(),
                allocation.method(),
                allocation.seed(),
                allocation.createdAt(),
                allocation.updatedAt(),
                allocation.version());
    }
}
