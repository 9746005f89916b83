package org.rapport.exchanges.community;

import jakarta.inject.Singleton;
import java.time.Instant;
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

/** Writes community activities. */
@Singleton
class CommunityActivityWriter extends FollowingWriter<CommunityActivityRequest, CommunityActivity> {

    private final References references;

    CommunityActivityWriter(Writing writing, References references) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                CommunityActivity.class,
                "community-activities",
                "org.rapport.community-activity.recorded.v1",
                "org.rapport.community-activity.changed.v1");
        this.references = references;
    }

    @Override
    protected CommunityActivity create(UUID id, CommunityActivityRequest request) {
        return new CommunityActivity(id, request);
    }

    @Override
    protected void change(CommunityActivity communityActivity, CommunityActivityRequest request) {
        communityActivity.describe(request);
    }

    /** Of which message it was, only the first word counts; what a row is silent about stays. */
    @Override
    protected CommunityActivityRequest onto(CommunityActivityRequest held, CommunityActivityRequest row) {
        boolean isOfMessage = held.messageId() != null;
        return new CommunityActivityRequest(
                row.eventId(),
                row.participantId(),
                row.channel(),
                row.at(),
                isOfMessage || row.threadId() == null ? held.threadId() : row.threadId(),
                isOfMessage ? held.messageId() : row.messageId());
    }

    @Override
    protected CommunityActivityRequest request(CommunityActivity communityActivity) {
        return CommunityActivityRequest.from(communityActivity);
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantId"));
    }

    @Override
    protected CommunityActivityRequest named(CommunityActivityRequest request, UnaryOperator<UUID> names) {
        UUID participant = names.apply(request.participantId());
        return participant == null
                ? null
                : new CommunityActivityRequest(
                        request.eventId(),
                        participant,
                        request.channel(),
                        request.at(),
                        request.threadId(),
                        request.messageId());
    }

    @Override
    protected CommunityActivityResponse response(CommunityActivity communityActivity) {
        return CommunityActivityResponse.from(communityActivity);
    }

    @Override
    protected void check(List<Draft<CommunityActivityRequest>> drafts) {
        Set<UUID> unknownEvents = references.missing(
                "event", drafts.stream().map(draft -> draft.request().eventId()).toList());
        Set<UUID> unknownParticipants = references.missing(
                "participant",
                drafts.stream().map(draft -> draft.request().participantId()).toList());
        for (Draft<CommunityActivityRequest> draft : drafts) {
            if (unknownEvents.contains(draft.request().eventId())) {
                draft.errors().add("/eventId", "EVENT_UNKNOWN", "There is no such event");
            }
            if (unknownParticipants.contains(draft.request().participantId())) {
                draft.errors().add("/participantId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
        }
    }

    /** What makes an activity the same one when it comes again. */
    private record Key(UUID eventId, UUID participantId, Channel channel, Instant at) {}

    @Override
    protected Object key(Draft<CommunityActivityRequest> draft) {
        return new Key(
                draft.request().eventId(),
                draft.request().participantId(),
                draft.request().channel(),
                draft.request().at());
    }

    @Override
    protected Object key(CommunityActivity communityActivity) {
        return new Key(
                communityActivity.eventId(),
                communityActivity.participantId(),
                communityActivity.channel(),
                communityActivity.at());
    }

    @Override
    protected Collection<CommunityActivity> stored(List<Draft<CommunityActivityRequest>> drafts) {
        return entityManager()
                .createQuery(
                        "select e from CommunityActivity e where e.eventId in :events and e.participantId in :participants and e.at in :times",
                        CommunityActivity.class)
                .setParameter(
                        "events",
                        drafts.stream().map(draft -> draft.request().eventId()).toList())
                .setParameter(
                        "participants",
                        drafts.stream()
                                .map(draft -> draft.request().participantId())
                                .toList())
                .setParameter(
                        "times",
                        drafts.stream().map(draft -> draft.request().at()).toList())
                .getResultList();
    }
}
