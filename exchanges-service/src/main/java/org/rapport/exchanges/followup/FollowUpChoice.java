package org.rapport.exchanges.followup;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.rapport.exchanges.exchange.ExchangeType;

/** Somebody with whom the participant had an exchange, as they say; kept as long as they can say otherwise. */
@Entity
@IdClass(FollowUpChoice.Key.class)
class FollowUpChoice {

    @Id
    private UUID followUpId;

    @Id
    private UUID participantId;

    @Enumerated(EnumType.STRING)
    private ExchangeType type;

    private Instant startedAt;
    private UUID needId;
    private boolean dropped;
    private UUID exchangeId;

    /** For Hibernate. */
    protected FollowUpChoice() {}

    FollowUpChoice(UUID followUpId, UUID participantId) {
        this.followUpId = followUpId;
        this.participantId = participantId;
    }

    void describe(AnswerRequest.Told told) {
        type = told.type();
        startedAt = told.startedAt();
        needId = told.needId();
        dropped = false;
    }

    void drop() {
        dropped = true;
    }

    void reported(UUID exchange) {
        exchangeId = exchange;
    }

    boolean isDropped() {
        return dropped;
    }

    UUID participantId() {
        return participantId;
    }

    /** The exchange that an answer has made of it; null if it is a draft only. */
    UUID exchangeId() {
        return exchangeId;
    }

    AnswerRequest.Told told() {
        return new AnswerRequest.Told(participantId, type, startedAt, needId);
    }

    /** A follow-up has one choice of each person. */
    record Key(UUID followUpId, UUID participantId) implements Serializable {}
}
