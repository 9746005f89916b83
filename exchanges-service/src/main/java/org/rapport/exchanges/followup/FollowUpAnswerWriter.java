package org.rapport.exchanges.followup;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.rapport.kit.replica.References;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;

/** Writes follow-up answers. */
@Singleton
class FollowUpAnswerWriter extends FollowingWriter<FollowUpAnswerRequest, FollowUpAnswer> {

    private final References references;

    FollowUpAnswerWriter(Writing writing, References references) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                FollowUpAnswer.class,
                "follow-up-answers",
                "org.rapport.follow-up.answered.v1",
                "org.rapport.follow-up.changed.v1");
        this.references = references;
    }

    @Override
    protected FollowUpAnswer create(UUID id, FollowUpAnswerRequest request) {
        return new FollowUpAnswer(id, request);
    }

    @Override
    protected void change(FollowUpAnswer followUpAnswer, FollowUpAnswerRequest request) {
        followUpAnswer.describe(request);
    }

    @Override
    protected FollowUpAnswerRequest request(FollowUpAnswer followUpAnswer) {
        return FollowUpAnswerRequest.from(followUpAnswer);
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantId"));
    }

    @Override
    protected FollowUpAnswerRequest named(FollowUpAnswerRequest request, UnaryOperator<UUID> names) {
        UUID participant = names.apply(request.participantId());
        return participant == null
                ? null
                : new FollowUpAnswerRequest(request.eventId(), participant, request.days(), request.answeredAt());
    }

    /** An answer ascertains up to its time: the later one more. */
    @Override
    protected FollowUpAnswerRequest together(FollowUpAnswerRequest kept, FollowUpAnswerRequest other) {
        return other.answeredAt().isAfter(kept.answeredAt()) ? other : kept;
    }

    @Override
    protected FollowUpAnswerResponse response(FollowUpAnswer followUpAnswer) {
        return FollowUpAnswerResponse.from(followUpAnswer);
    }

    @Override
    protected void check(List<Draft<FollowUpAnswerRequest>> drafts) {
        Set<UUID> unknownEvents = references.missing(
                "event", drafts.stream().map(draft -> draft.request().eventId()).toList());
        Set<UUID> unknownParticipants = references.missing(
                "participant",
                drafts.stream().map(draft -> draft.request().participantId()).toList());
        for (Draft<FollowUpAnswerRequest> draft : drafts) {
            if (unknownEvents.contains(draft.request().eventId())) {
                draft.errors().add("/eventId", "EVENT_UNKNOWN", "There is no such event");
            }
            if (unknownParticipants.contains(draft.request().participantId())) {
                draft.errors().add("/participantId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
        }
    }

    /** What makes an answer the same one when it comes again. */
    private record Key(UUID eventId, UUID participantId, Integer days) {}

    @Override
    protected Object key(Draft<FollowUpAnswerRequest> draft) {
        return new Key(
                draft.request().eventId(),
                draft.request().participantId(),
                draft.request().days());
    }

    @Override
    protected Object key(FollowUpAnswer followUpAnswer) {
        return new Key(followUpAnswer.eventId(), followUpAnswer.participantId(), followUpAnswer.days());
    }

    @Override
    protected Collection<FollowUpAnswer> stored(List<Draft<FollowUpAnswerRequest>> drafts) {
        return entityManager()
                .createQuery(
                        "select e from FollowUpAnswer e where e.eventId in :events and e.participantId in :participants",
                        FollowUpAnswer.class)
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
