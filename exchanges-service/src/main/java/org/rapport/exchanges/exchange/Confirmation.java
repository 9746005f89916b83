package org.rapport.exchanges.exchange;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * What one of the two has said of an exchange. What the two say may contradict: both is kept.
 *
 * @param participantId who says so
 * @param type what it was, as this side says; absent if it says nothing of that
 * @param startedAt since when, as this side says
 */
@Embeddable
public record Confirmation(
        @NotNull UUID participantId,
        @NotNull @Enumerated(EnumType.STRING) Answer answer,
        @NotNull Instant at,
        @Enumerated(EnumType.STRING) ExchangeType type,
        Instant startedAt) {

    /** Whether it says the same, whenever it was said. */
    boolean saysTheSameAs(Confirmation other) {
        return equals(new Confirmation(other.participantId, other.answer, at, other.type, other.startedAt));
    }

    Confirmation by(UUID participant) {
        return new Confirmation(participant, answer, at, type, startedAt);
    }
}
