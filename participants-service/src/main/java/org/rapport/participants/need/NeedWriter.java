package org.rapport.participants.need;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.rapport.kit.replica.References;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writing;
import org.rapport.participants.participant.Participants;
import org.rapport.participants.topic.CodedWriter;
import org.rapport.participants.topic.Topics;

/** Writes needs. */
@Singleton
class NeedWriter extends CodedWriter<NeedRequest, Need> {

    private static final String ASSESSED = "org.rapport.need.assessed.v1";
    private static final String MET = "org.rapport.need.met.v1";
    private static final String WITHDRAWN = "org.rapport.need.withdrawn.v1";
    private static final String REOPENED = "org.rapport.need.reopened.v1";

    /** What clocks may differ by. */
    private static final int GRACE_MINUTES = 5;

    private final Participants participants;
    private final Topics topics;
    private final References references;

    NeedWriter(Writing writing, Participants participants, Topics topics, References references) {
        super(
                writing,
                participants::successors,
                topics,
                Need.class,
                "needs",
                "org.rapport.need.declared.v1",
                "org.rapport.need.changed.v1");
        this.participants = participants;
        this.topics = topics;
        this.references = references;
    }

    /** Adds a dated assessment of a need that the client has seen. */
    Need assess(Need need, AssessmentRequest request) {
        Errors errors = check(request);
        if (errors.isEmpty()) {
            if (request.assessedAt().isBefore(need.declaredAt())) {
                errors.add("/assessedAt", "ASSESSED_BEFORE_DECLARED", "Must not be before the need was declared");
            }
            if (request.assessedAt().isAfter(Instant.now().plus(GRACE_MINUTES, ChronoUnit.MINUTES))) {
                errors.add("/assessedAt", "ASSESSED_IN_FUTURE", "Must not be in the future");
            }
        }
        errors.throwIfAny();
        need.assess(request.items(), request.assessedAt());
        publish(ASSESSED, need);
        return need;
    }

    /** Marks a need as met by an exchange, if it is still open. */
    void meet(Need need, UUID exchangeId, Instant at) {
        if (need.meet(exchangeId, at)) {
            publish(MET, need);
        }
    }

    /** Opens a need again that an exchange was thought to have met; false if it did not. */
    boolean reopen(Need need, UUID exchangeId, Instant at) {
        boolean reopened = need.reopen(exchangeId, at);
        if (reopened) {
            publish(REOPENED, need);
        }
        return reopened;
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantId"));
    }

    @Override
    protected NeedRequest named(NeedRequest request, UnaryOperator<UUID> names) {
        UUID participant = names.apply(request.participantId());
        return participant == null
                ? null
                : new NeedRequest(
                        participant,
                        request.topic(),
                        request.kind(),
                        request.description(),
                        request.declaredAt(),
                        request.assessment(),
                        request.status(),
                        request.statusAt(),
                        request.metByExchangeId());
    }

    @Override
    protected void rename(Need need, NeedRequest request) {
        need.follow(request.participantId());
    }

    @Override
    protected NeedResponse response(Need need) {
        return NeedResponse.from(need);
    }

    @Override
    protected void check(List<Draft<NeedRequest>> drafts) {
        Set<UUID> unknownParticipants = participants.unknown(
                drafts.stream().map(draft -> draft.request().participantId()).toList());
        Set<String> unknownTopics = topics.missing(
                drafts.stream().map(draft -> draft.request().topic()).toList());
        Set<UUID> unknownExchanges = unknownExchanges(drafts);
        for (Draft<NeedRequest> draft : drafts) {
            NeedRequest request = draft.request();
            if (unknownParticipants.contains(request.participantId())) {
                draft.errors().add("/participantId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
            if (unknownTopics.contains(request.topic())) {
                draft.errors().add("/topic", "TOPIC_UNKNOWN", "No topic has this code");
            }
            if (unknownExchanges.contains(request.metByExchangeId())) {
                draft.errors().add("/metByExchangeId", "EXCHANGE_UNKNOWN", "There is no such exchange");
            }
            checkTimes(request, draft.errors());
        }
    }

    /** Those that a need names already were known when it began to, even if they have been erased since. */
    private Set<UUID> unknownExchanges(List<Draft<NeedRequest>> drafts) {
        Set<UUID> named = new HashSet<>();
        drafts.forEach(draft -> named.add(draft.request().metByExchangeId()));
        named.remove(null);
        if (!named.isEmpty()) {
            entityManager()
                    .createQuery("select n.metByExchangeId from Need n where n.id in :ids", UUID.class)
                    .setParameter("ids", drafts.stream().map(Draft::id).toList())
                    .getResultList()
                    .forEach(named::remove);
        }
        return references.missing("exchange", named);
    }

    private static void checkTimes(NeedRequest request, Errors errors) {
        // a day's grace, since dates in files may be ahead of ours
        if (request.declaredAt().isAfter(Instant.now().plus(1, ChronoUnit.DAYS))) {
            errors.add("/declaredAt", "DECLARED_IN_FUTURE", "Must not be in the future");
        }
        if (request.statusAt() == null && request.status() != NeedStatus.OPEN) {
            errors.add("/statusAt", "STATUS_AT_REQUIRED", "Say since when the need is met or withdrawn");
        }
        if (request.statusAt() != null && request.statusAt().isBefore(request.declaredAt())) {
            errors.add("/statusAt", "STATUS_BEFORE_DECLARED", "Must not be before the need was declared");
        }
    }

    @Override
    protected Need create(UUID id, NeedRequest request) {
        return new Need(id, request);
    }

    @Override
    protected void change(Need need, NeedRequest request) {
        need.describe(request);
    }

    /**
     * A file that says OPEN, and no later time, says how a need began: it does not take back what became of it. And it says
     * nothing of exchanges.
     */
    @Override
    protected NeedRequest onto(NeedRequest held, NeedRequest row) {
        boolean saysHowItBegan = row.status() == NeedStatus.OPEN
                && held.status() != NeedStatus.OPEN
                && (row.statusAt() == null || row.statusAt().isBefore(held.statusAt()));
        return saysHowItBegan
                ? row.withStatus(held.status(), held.statusAt(), held.metByExchangeId())
                : row.withStatus(
                        row.status(), row.statusAt(), row.status() == held.status() ? held.metByExchangeId() : null);
    }

    @Override
    protected NeedRequest request(Need need) {
        return NeedRequest.from(need);
    }

    @Override
    protected String changedEvent(NeedRequest before, NeedRequest after) {
        if (before.status() == after.status()) {
            return changedEvent();
        }
        return switch (after.status()) {
            case OPEN -> REOPENED;
            case MET -> MET;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
