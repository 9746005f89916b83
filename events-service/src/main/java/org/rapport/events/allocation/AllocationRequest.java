package org.rapport.events.allocation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.UUID;

/**
 * What a file says of an allocation.
 *
 * @param method ASSIGNED if it is not said
 * @param seed by which chance decided, if it did
 */
record AllocationRequest(
        @NotNull UUID sessionId,
        @NotNull UUID participantId,
        AllocationMethod method,
        @PositiveOrZero Long seed) {

    AllocationRequest {
        method = method == null ? AllocationMethod.ASSIGNED : method;
    }

    static AllocationRequest from(Allocation allocation) {
        return new AllocationRequest(
                allocation.sessionId(), allocation.participantId(), allocation.method(), allocation.seed());
    }
}
