package org.rapport.events.session;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.rapport.events.event.Shift;
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

    private Integer capacity;

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
        startsAt = request.startsAt().instant();
        endsAt = request.endsAt().instant();
        allocation = request.allocation();
        capacity = request.capacity();
    }

    /** Along with its event. */
    void move(Shift shift) {
        startsAt = shift.applyTo(startsAt);
        endsAt = shift.applyTo(endsAt);
    }

    void allocate(Allocation how) {
        allocation = how;
    }

    public UUID eventId() {
        return eventId;
    }

    String title() {
        return title;
    }

    SessionType type() {
        return type;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    Allocation allocation() {
        return allocation;
    }

    /** How many there is room for; null if for everybody. */
    public Integer capacity() {
        return capacity;
    }

    @Override
    public SessionState eventData() {
        return new SessionState(id(), eventId, title, type, startsAt, endsAt, allocation, capacity);
    }

    /** What other services learn of a session. */
    record SessionState(
            UUID id,
            UUID eventId,
            String title,
            SessionType type,
            Instant startsAt,
            Instant endsAt,
            Allocation allocation,
            Integer capacity) {}
}
