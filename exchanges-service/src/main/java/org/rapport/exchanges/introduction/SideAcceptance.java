package org.rapport.exchanges.introduction;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What one of the two has said of being introduced, and when. */
public record SideAcceptance(
        @NotNull UUID participantId,
        @NotNull Acceptance answer,
        @NotNull Instant at) {}
