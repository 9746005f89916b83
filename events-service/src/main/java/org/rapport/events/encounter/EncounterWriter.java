package org.rapport.events.encounter;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rapport.events.event.Events;
import org.rapport.kit.replica.References;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;

/** Writes encounters. */
@Singleton
class EncounterWriter extends FollowingWriter<EncounterRequest, Encounter> {

    private final Events events;
    private final References references;

    EncounterWriter(Writing writing, Events events, References references) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                Encounter.class,
                "encounters",
                "org.rapport.encounter.recorded.v1",
                "org.rapport.encounter.changed.v1");
        this.events = events;
        this.references = references;
    }

    /** Reads again what only the database can tell of it. */
    @Override
    public Encounter create(EncounterRequest request) {
        Encounter encounter = super.create(request);
        entityManager().refresh(encounter);
        return encounter;
    }

    @Override
    public Encounter patch(Encounter encounter, JsonNode patch) {
        super.patch(encounter, patch);
        entityManager().refresh(encounter);
        return encounter;
    }

    @Override
    protected Encounter create(UUID id, EncounterRequest request) {
        return new Encounter(id, request);
    }

    @Override
    protected void change(Encounter encounter, EncounterRequest request) {
        encounter.describe(request);
    }

    @Override
    protected EncounterRequest request(Encounter encounter) {
        return EncounterRequest.from(encounter);
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantAId", "participantBId"));
    }

    @Override
    protected EncounterRequest named(EncounterRequest request, UnaryOperator<UUID> names) {
        UUID a = names.apply(request.participantAId());
        UUID b = names.apply(request.participantBId());
        return a == null || b == null || a.equals(b)
                ? null
                : new EncounterRequest(
                        request.eventId(), a, b, request.metAt(), request.durationSeconds(), request.source());
    }

    /** Two records of one meeting: the longer, and what either knows of its source. */
    @Override
    protected EncounterRequest together(EncounterRequest kept, EncounterRequest other) {
        boolean isLonger = other.durationSeconds() != null
                && (kept.durationSeconds() == null || other.durationSeconds() > kept.durationSeconds());
        return new EncounterRequest(
                kept.eventId(),
                kept.participantAId(),
                kept.participantBId(),
                kept.metAt(),
                isLonger ? other.durationSeconds() : kept.durationSeconds(),
                kept.source() == null ? other.source() : kept.source());
    }

    @Override
    protected EncounterResponse response(Encounter encounter) {
        return EncounterResponse.from(encounter);
    }

    @Override
    protected void check(List<Draft<EncounterRequest>> drafts) {
        Set<UUID> unknownEvents = events.missing(
                drafts.stream().map(draft -> draft.request().eventId()).toList());
        Set<UUID> unknownParticipants = references.missing(
                "participant",
                drafts.stream()
                        .flatMap(draft -> Stream.of(
                                draft.request().participantAId(),
                                draft.request().participantBId()))
                        .toList());
        for (Draft<EncounterRequest> draft : drafts) {
            EncounterRequest request = draft.request();
            if (unknownEvents.contains(request.eventId())) {
                draft.errors().add("/eventId", "EVENT_UNKNOWN", "There is no such event");
            }
            if (unknownParticipants.contains(request.participantAId())) {
                draft.errors().add("/participantAId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
            if (unknownParticipants.contains(request.participantBId())) {
                draft.errors().add("/participantBId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
            if (request.participantAId().equals(request.participantBId())) {
                draft.errors().add("/participantBId", "SAME_PARTICIPANT", "Nobody meets themselves");
            }
        }
    }

    /** What makes an encounter the same one when it comes again. */
    private record Key(UUID eventId, UUID participantAId, UUID participantBId, Instant metAt) {}

    @Override
    protected Object key(Draft<EncounterRequest> draft) {
        return new Key(
                draft.request().eventId(),
                draft.request().participantAId(),
                draft.request().participantBId(),
                draft.request().metAt());
    }

    @Override
    protected Object key(Encounter encounter) {
        return new Key(encounter.eventId(), encounter.participantAId(), encounter.participantBId(), encounter.metAt());
    }

    @Override
    protected Collection<Encounter> stored(List<Draft<EncounterRequest>> drafts) {
        return entityManager()
                .createQuery(
                        "select e from Encounter e where e.eventId in :events and e.participantAId in :participants and e.metAt in :times",
                        Encounter.class)
                .setParameter(
                        "events",
                        drafts.stream().map(draft -> draft.request().eventId()).toList())
                .setParameter(
                        "participants",
                        drafts.stream()
                                .map(draft -> draft.request().participantAId())
                                .toList())
                .setParameter(
                        "times",
                        drafts.stream().map(draft -> draft.request().metAt()).toList())
                .getResultList();
    }
}
