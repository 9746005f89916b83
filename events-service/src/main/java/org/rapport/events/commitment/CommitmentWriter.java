package org.rapport.events.commitment;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rapport.events.event.Events;
import org.rapport.kit.replica.References;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;

/** Writes commitments. */
@Singleton
class CommitmentWriter extends FollowingWriter<CommitmentRequest, Commitment> {

    private final Events events;
    private final References references;

    CommitmentWriter(Writing writing, Events events, References references) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                Commitment.class,
                "commitments",
                "org.rapport.commitment.stated.v1",
                "org.rapport.commitment.changed.v1");
        this.events = events;
        this.references = references;
    }

    @Override
    protected Commitment create(UUID id, CommitmentRequest request) {
        return new Commitment(id, request);
    }

    @Override
    protected void change(Commitment commitment, CommitmentRequest request) {
        commitment.describe(request);
    }

    @Override
    protected CommitmentRequest request(Commitment commitment) {
        return CommitmentRequest.from(commitment);
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantId", "counterpartId"));
    }

    @Override
    protected CommitmentRequest named(CommitmentRequest request, UnaryOperator<UUID> names) {
        UUID participant = names.apply(request.participantId());
        UUID counterpart = names.apply(request.counterpartId());
        boolean lostCounterpart = counterpart == null && request.counterpartId() != null;
        return participant == null || lostCounterpart || participant.equals(counterpart)
                ? null
                : new CommitmentRequest(
                        request.eventId(),
                        participant,
                        counterpart,
                        request.statedAt(),
                        request.promise(),
                        request.dueAt());
    }

    @Override
    protected CommitmentRequest together(CommitmentRequest kept, CommitmentRequest other) {
        return other.statedAt().isBefore(kept.statedAt()) ? other : kept;
    }

    /** What a row does not say stays as it is. */
    @Override
    protected CommitmentRequest onto(CommitmentRequest held, CommitmentRequest row) {
        return row.of(
                row.promise() == null ? held.promise() : row.promise(),
                row.dueAt() == null ? held.dueAt() : row.dueAt());
    }

    @Override
    protected CommitmentResponse response(Commitment commitment) {
        return CommitmentResponse.from(commitment);
    }

    @Override
    protected void check(List<Draft<CommitmentRequest>> drafts) {
        Set<UUID> unknownEvents = events.missing(
                drafts.stream().map(draft -> draft.request().eventId()).toList());
        Set<UUID> unknownParticipants = references.missing(
                "participant",
                drafts.stream()
                        .flatMap(draft -> Stream.of(
                                draft.request().participantId(), draft.request().counterpartId()))
                        .filter(Objects::nonNull)
                        .toList());
        for (Draft<CommitmentRequest> draft : drafts) {
            CommitmentRequest request = draft.request();
            if (unknownEvents.contains(request.eventId())) {
                draft.errors().add("/eventId", "EVENT_UNKNOWN", "There is no such event");
            }
            if (unknownParticipants.contains(request.participantId())) {
                draft.errors().add("/participantId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
            if (unknownParticipants.contains(request.counterpartId())) {
                draft.errors().add("/counterpartId", "COUNTERPART_UNKNOWN", "There is no such participant");
            }
            if (request.dueAt() != null && request.dueAt().isBefore(request.statedAt())) {
                draft.errors().add("/dueAt", "DUE_BEFORE_STATED", "Must not be before it was promised");
            }
            if (request.participantId().equals(request.counterpartId())) {
                draft.errors().add("/counterpartId", "SAME_PARTICIPANT", "Nobody commits to themselves");
            }
        }
    }

    /** What makes a commitment the same one when it comes again. */
    private record Key(UUID eventId, UUID participantId, UUID counterpartId) {}

    @Override
    protected Object key(Draft<CommitmentRequest> draft) {
        return new Key(
                draft.request().eventId(),
                draft.request().participantId(),
                draft.request().counterpartId());
    }

    @Override
    protected Object key(Commitment commitment) {
        return new Key(commitment.eventId(), commitment.participantId(), commitment.counterpartId());
    }

    @Override
    protected Collection<Commitment> stored(List<Draft<CommitmentRequest>> drafts) {
        return entityManager()
                .createQuery(
                        "select e from Commitment e where e.eventId in :events and e.participantId in :participants",
                        Commitment.class)
                .setParameter(
                        "events",
                        drafts.stream().map(draft -> draft.request().eventId()).toList())
                .setParameter(
                        "participants",
                        drafts.stream()
                                .map(draft -> draft.request().participantId())
                                .toList())
                .getResultList();
    }
}
