package org.rapport.events.session;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** A part of an event. */
@Entity
public class Session extends Aggregate {

    private UUID eventId;
    private String title;

    @Enumerated(EnumType.STRING)
    private SessionType type;

    private Instant startsAt;
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    private Allocation allocation;

    /** For Hibernate. */
    protected Session() {}

    Session(UUID id, SessionRequest request) {
        super(id);
        describe(request);
    }

    final void describe(SessionRequest request) {
        eventId = request.eventId();
        title = request.title();
        type = request.type();
        startsAt = request.startsAt();
        endsAt = request.endsAt();
        allocation = request.allocation();
    }

    UUID eventId() {
        return eventId;
    }

    String title() {
        return title;
    }

    SessionType type() {
        return type;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    Allocation allocation() {
        return allocation;
    }

    @Override
    public SessionState eventData() {
        return new SessionState(id(), eventId, title, type, startsAt, endsAt, allocation);
    }

    /** What other services learn of a session. */
    record SessionState(
            UUID id,
            UUID eventId,
            String title,
            SessionType type,
            Instant startsAt,
            Instant endsAt,
            Allocation allocation) {}
}
