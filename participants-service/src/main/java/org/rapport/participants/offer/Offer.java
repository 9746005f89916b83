package org.rapport.participants.offer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.rapport.kit.problem.Problems;
import org.rapport.participants.topic.Coded;
import org.rapport.participants.topic.Kind;

/** Something that a participant can give to others. */
@Entity
public class Offer extends Coded {

    private UUID participantId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String description;
    private Instant availableFrom;
    private Instant availableTo;

    /** For Hibernate. */
    protected Offer() {}

    Offer(UUID id, OfferRequest request) {
        super(id);
        participantId = request.participantId();
        describe(request);
    }

    final void describe(OfferRequest request) {
        if (!participantId.equals(request.participantId())) {
            throw Problems.invalid("/participantId", "PARTICIPANT_FIXED", "An offer stays its participant's");
        }
        code(request.topic());
        kind = request.kind();
        description = request.description();
        availableFrom = request.availableFrom();
        availableTo = request.availableTo();
    }

    public UUID participantId() {
        return participantId;
    }

    public Kind kind() {
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

    /** Whether it can be taken up at a time. */
    public boolean isAvailable(Instant at) {
        return (availableFrom == null || !availableFrom.isAfter(at))
                && (availableTo == null || !availableTo.isBefore(at));
    }

    @Override
    public OfferState eventData() {
        return new OfferState(id(), participantId, topic(), kind, availableFrom, availableTo);
    }

    /** What other services learn of an offer. */
    record OfferState(
            UUID id, UUID participantId, String topic, Kind kind, Instant availableFrom, Instant availableTo) {}
}
