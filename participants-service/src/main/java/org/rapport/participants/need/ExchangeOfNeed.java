package org.rapport.participants.need;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * What is known here of an exchange. {@link ExchangeProjection} writes what exchanges-service tells; {@link MetNeeds} heeds
 * it.
 */
@Entity
class ExchangeOfNeed {

    @Id
    private UUID exchangeId;

    private long version;

    @Column(name = "participant_a_id")
    private UUID participantAId;

    @Column(name = "participant_b_id")
    private UUID participantBId;

    private UUID needId;
    private Instant completedAt;
    private Instant changedAt;
    private UUID heededNeedId;
    private boolean pending;

    /** For Hibernate. */
    protected ExchangeOfNeed() {}

    UUID exchangeId() {
        return exchangeId;
    }

    /** The need that it meets: one that it names, if it is completed. */
    UUID metNeedId() {
        return completedAt == null ? null : needId;
    }

    Instant completedAt() {
        return completedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    UUID heededNeedId() {
        return heededNeedId;
    }

    boolean isBy(UUID participantId) {
        return participantId.equals(participantAId) || participantId.equals(participantBId);
    }

    void heededFor(UUID needId) {
        heededNeedId = needId;
    }

    void heedAgain() {
        heededNeedId = null;
        pending = true;
    }

    void done() {
        pending = false;
    }
}
