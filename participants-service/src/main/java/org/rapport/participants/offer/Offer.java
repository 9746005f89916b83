package org.rapport.participants.offer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.participants.topic.Kind;

/** Something that a participant can give to others. */
@Entity
public class Offer extends Aggregate {

    private UUID participantId;
    private String topic;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String description;
    private Instant availableFrom;
    private Instant availableTo;

    /** For Hibernate. */
    protected Offer() {}

    Offer(UUID id, OfferRequest request) {
        super(id);
        describe(request);
    }

    final void describe(OfferRequest request) {
        participantId = request.participantId();
        topic = request.topic();
        kind = request.kind();
        description = request.description();
        availableFrom = request.availableFrom();
        availableTo = request.availableTo();
    }

    UUID participantId() {
        return participantId;
    }

    String topic() {
        return topic;
    }

    Kind kind() {
        return kind;
    }

    String description() {
        return description;
    }

    Instant availableFrom() {
        return availableFrom;
    }

    Instant availableTo() {
        return availableTo;
    }

    @Override
    public OfferState eventData() {
        return new OfferState(id(), participantId, topic, kind, availableFrom, availableTo);
    }

    /** What other services learn of an offer. */
    record OfferState(
            UUID id, UUID participantId, String topic, Kind kind, Instant availableFrom, Instant availableTo) {}
}
