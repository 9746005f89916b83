package org.rapport.events.allocation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
        @Min(0) @Max(RandomisationRequest.MAX_SEED) Long seed) {

    AllocationRequest {
        method = method == null ? AllocationMethod.ASSIGNED : method;
    }

    static AllocationRequest from(Allocation allocation) {
        return new AllocationRequest(
                allocation.sessionId(), allocation.participantId(), allocation.method(), allocation.seed());
    }
}
