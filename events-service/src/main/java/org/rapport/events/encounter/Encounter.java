package org.rapport.events.encounter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.rapport.kit.aggregate.Aggregate;

/** Two participants met at an event. */
@Entity
public class Encounter extends Aggregate {

    private UUID eventId;

    @Column(name = "participant_a_id")
    private UUID participantAId;

    @Column(name = "participant_b_id")
    private UUID participantBId;

    private Instant metAt;
    private Integer durationSeconds;

    @Enumerated(EnumType.STRING)
    private EncounterSource source;

    /** Known once it is read from the database, since it depends on attendances, which may come later. */
    @Formula("(not exists (select 1 from attendance a where a.event_id = event_id"
            + " and a.participant_id = participant_a_id and a.status in ('PRESENT', 'PARTIAL'))"
            + " or not exists (select 1 from attendance a where a.event_id = event_id"
            + " and a.participant_id = participant_b_id and a.status in ('PRESENT', 'PARTIAL')))")
    private boolean unattended;

    /** For Hibernate. */
    protected Encounter() {}

    Encounter(UUID id, EncounterRequest request) {
        super(id);
        describe(request);
    }

    final void describe(EncounterRequest request) {
        eventId = request.eventId();
        participantAId = request.participantAId();
        participantBId = request.participantBId();
        metAt = request.metAt();
        durationSeconds = request.durationSeconds();
        source = request.source();
    }

    UUID eventId() {
        return eventId;
    }

    UUID participantAId() {
        return participantAId;
    }

    UUID participantBId() {
        return participantBId;
    }

    Instant metAt() {
        return metAt;
    }

    Integer durationSeconds() {
        return durationSeconds;
    }

    EncounterSource source() {
        return source;
    }

    /** Whether one of the two was not there, as far as attendances tell. */
    boolean unattended() {
        return unattended;
    }

    @Override
    public EncounterState eventData() {
        return new EncounterState(id(), eventId, participantAId, participantBId, metAt, durationSeconds, source);
    }

    /** What other services learn of an encounter. */
    record EncounterState(
            UUID id,
            UUID eventId,
            UUID participantAId,
            UUID participantBId,
            Instant metAt,
            Integer durationSeconds,
            EncounterSource source) {}
}
