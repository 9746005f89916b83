package org.rapport.participants.need;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;
import org.rapport.participants.participant.Participants;
import org.rapport.participants.topic.Topics;

/** Writes needs. */
@Singleton
class NeedWriter extends Writer<NeedRequest, Need> {

    private static final String ASSESSED = "org.rapport.need.assessed.v1";

    private final Participants participants;
    private final Topics topics;

    NeedWriter(Writing writing, Participants participants, Topics topics) {
        super(writing, Need.class, "org.rapport.need.declared.v1", "org.rapport.need.changed.v1");
        this.participants = participants;
        this.topics = topics;
    }

    /** Adds a dated assessment of a need that the client has seen. */
    Need assess(Need need, AssessmentRequest request) {
        Errors errors = check(request);
        if (errors.isEmpty()) {
            if (request.assessedAt().isBefore(need.declaredAt())) {
                errors.add("/assessedAt", "ASSESSED_BEFORE_DECLARED", "Must not be before the need was declared");
            }
            if (isInFuture(request.assessedAt())) {
                errors.add("/assessedAt", "ASSESSED_IN_FUTURE", "Must not be in the future");
            }
        }
        errors.throwIfAny();
        need.assess(request.items(), request.assessedAt());
        publish(ASSESSED, need);
        return need;
    }

    @Override
    protected void check(List<Draft<NeedRequest>> drafts) {
        Set<UUID> unknownParticipants = participants.unknown(
                drafts.stream().map(draft -> draft.request().participantId()).toList());
        Set<String> unknownTopics = topics.missing(
                drafts.stream().map(draft -> draft.request().topic()).toList());
        for (Draft<NeedRequest> draft : drafts) {
            NeedRequest request = draft.request();
            if (unknownParticipants.contains(request.participantId())) {
                draft.errors().add("/participantId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
            if (unknownTopics.contains(request.topic())) {
                draft.errors().add("/topic", "TOPIC_UNKNOWN", "No topic has this code");
            }
            checkTimes(request, draft.errors());
        }
    }

    private static void checkTimes(NeedRequest request, Errors errors) {
        if (isInFuture(request.declaredAt())) {
            errors.add("/declaredAt", "DECLARED_IN_FUTURE", "Must not be in the future");
        }
        if (request.statusAt() == null && request.status() != NeedStatus.OPEN) {
            errors.add("/statusAt", "STATUS_AT_REQUIRED", "Say since when the need is met or withdrawn");
        }
        if (request.statusAt() != null && request.statusAt().isBefore(request.declaredAt())) {
            errors.add("/statusAt", "STATUS_BEFORE_DECLARED", "Must not be before the need was declared");
        }
    }

    /** A day's grace, since dates in files and clocks of clients may be ahead of ours. */
    private static boolean isInFuture(Instant instant) {
        return instant.isAfter(Instant.now().plus(1, ChronoUnit.DAYS));
    }

    @Override
    protected Need create(UUID id, NeedRequest request) {
        return new Need(id, request);
    }

    @Override
    protected void change(Need need, NeedRequest request) {
        need.describe(request);
    }

    @Override
    protected NeedRequest request(Need need) {
        return NeedRequest.from(need);
    }
}
