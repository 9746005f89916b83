package org.rapport.exchanges.followup;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.rapport.kit.replica.References;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Outcome;
import org.rapport.kit.writing.Writing;

/**
 * Writes follow-ups. What clients write are answers: one to a follow-up that is scheduled already becomes part of that, and
 * for whoever writes it, it is new.
 */
@Singleton
class FollowUpWriter extends FollowingWriter<FollowUpAnswerRequest, FollowUp> {

    private static final String PARTICIPANT = "participant";
    private static final String SCHEDULED = "org.rapport.follow-up.scheduled.v1";
    private static final String SENT = "org.rapport.follow-up.sent.v1";
    private static final String PROGRESSED = "org.rapport.follow-up.progressed.v1";
    private static final String ANSWERED = "org.rapport.follow-up.answered.v1";

    private final References references;

    FollowUpWriter(Writing writing, References references) {
        super(
                writing,
                ids -> references.successors(PARTICIPANT, ids),
                FollowUp.class,
                "follow-up-answers",
                ANSWERED,
                "org.rapport.follow-up.changed.v1");
        this.references = references;
    }

    void schedule(List<FollowUp> followUps) {
        followUps.forEach(entityManager()::persist);
        publish(SCHEDULED, followUps);
    }

    /** Publishes that invitations went out. */
    void sent(List<FollowUp> followUps) {
        publish(SENT, followUps);
    }

    /** Publishes that unanswered follow-ups stand otherwise. */
    void progressed(List<FollowUp> followUps) {
        publish(PROGRESSED, followUps);
    }

    /** Lets a follow-up have this answer, in the words of {@link #request}. */
    void answer(FollowUp followUp, FollowUpAnswerRequest answer) {
        FollowUpAnswerRequest before = request(followUp);
        change(followUp, answer);
        if (!request(followUp).equals(before)) {
            publishChanges(Map.of(followUp, before));
        }
    }

    @Override
    public FollowUp create(FollowUpAnswerRequest request) {
        boolean isWhole = request != null && check((Object) request).isEmpty();
        FollowUp scheduled = isWhole ? unanswered(request) : null;
        if (scheduled == null) {
            return super.create(request);
        }
        answer(scheduled, draft(scheduled.id(), request).request());
        return scheduled;
    }

    private FollowUp unanswered(FollowUpAnswerRequest request) {
        return entityManager()
                .createQuery(
                        "select e from FollowUp e where e.eventId = :event and e.participantId = :participant"
                                + " and e.days = :days and e.answeredAt is null",
                        FollowUp.class)
                .setParameter("event", request.eventId())
                .setParameter("participant", request.participantId())
                .setParameter("days", request.days())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Outcome> writeAll(List<Draft<FollowUpAnswerRequest>> drafts) {
        List<Draft<FollowUpAnswerRequest>> sound =
                drafts.stream().filter(draft -> draft.errors().isEmpty()).toList();
        Set<Object> unanswered = sound.isEmpty()
                ? new HashSet<>()
                : stored(sound).stream()
                        .filter(followUp -> !followUp.isAnswered())
                        .map(this::key)
                        .collect(Collectors.toSet());
        List<Outcome> outcomes = new ArrayList<>(super.writeAll(drafts));
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == Outcome.UPDATED && unanswered.remove(key(drafts.get(i)))) {
                outcomes.set(i, Outcome.CREATED);
            }
        }
        return outcomes;
    }

    @Override
    protected String changedEvent(FollowUpAnswerRequest before, FollowUpAnswerRequest after) {
        if (after.answeredAt() == null) {
            return PROGRESSED;
        }
        return before.answeredAt() == null ? ANSWERED : changedEvent();
    }

    @Override
    protected void republish(Collection<? extends FollowUp> followUps) {
        Map<Boolean, List<FollowUp>> byAnswered =
                followUps.stream().collect(Collectors.groupingBy(FollowUp::isAnswered));
        super.republish(byAnswered.getOrDefault(true, List.of()));
        publishAgain(PROGRESSED, byAnswered.getOrDefault(false, List.of()));
    }

    @Override
    protected FollowUp create(UUID id, FollowUpAnswerRequest request) {
        return new FollowUp(id, request);
    }

    @Override
    protected void change(FollowUp followUp, FollowUpAnswerRequest request) {
        followUp.describe(request);
    }

    @Override
    protected FollowUpAnswerRequest request(FollowUp followUp) {
        return FollowUpAnswerRequest.from(followUp);
    }

    /** Files tell of the time only. */
    @Override
    protected FollowUpAnswerRequest onto(FollowUpAnswerRequest held, FollowUpAnswerRequest row) {
        return row.with(held.answer());
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of(PARTICIPANT, List.of("participantId"));
    }

    @Override
    protected FollowUpAnswerRequest named(FollowUpAnswerRequest request, UnaryOperator<UUID> names) {
        UUID participant = names.apply(request.participantId());
        return participant == null ? null : request.of(participant);
    }

    /** An answer ascertains up to its time: the later one more. */
    @Override
    protected FollowUpAnswerRequest together(FollowUpAnswerRequest kept, FollowUpAnswerRequest other) {
        boolean isLess = other.answeredAt() == null
                || kept.answeredAt() != null && !other.answeredAt().isAfter(kept.answeredAt());
        return isLess ? kept : other;
    }

    /** Links that were sent to one who was merged lead to what remains of the two; copies of facts about one erased go. */
    @Override
    protected void followBeside(String kind, UUID ended, UUID successor) {
        if (kind.equals("need")) {
            Map<String, UUID> parameters = new HashMap<>(Map.of("ended", ended));
            parameters.put("successor", successor);
            execute(
                    "update follow_up_choice set need_id = cast(:successor as uuid) where need_id = :ended",
                    parameters);
        } else if (kind.equals(PARTICIPANT) && successor != null) {
            execute("""
                    delete from follow_up_choice c
                     where participant_id = :ended
                       and exists (select from follow_up_choice o where o.follow_up_id = c.follow_up_id
                                      and o.participant_id = :successor)""", Map.of("ended", ended, "successor", successor));
            execute(
                    "update follow_up_choice set participant_id = :successor where participant_id = :ended",
                    Map.of("ended", ended, "successor", successor));
            execute("""
                    update follow_up_token t set follow_up_id = kept.id
                      from follow_up gone
                      join follow_up kept on kept.event_id = gone.event_id and kept.days = gone.days
                     where t.follow_up_id = gone.id and gone.participant_id = :ended
                       and kept.participant_id = :successor""", Map.of("ended", ended, "successor", successor));
        } else if (kind.equals(PARTICIPANT)) {
            Map<String, UUID> erased = Map.of("ended", ended);
            execute("delete from follow_up_choice where participant_id = :ended", erased);
            execute("delete from involvement where participant_id = :ended", erased);
            execute("delete from meeting where participant_a_id = :ended or participant_b_id = :ended", erased);
        }
    }

    private void execute(String statement, Map<String, UUID> parameters) {
        var query = entityManager().createNativeQuery(statement);
        parameters.forEach(query::setParameter);
        query.executeUpdate();
    }

    @Override
    protected FollowUpResponse response(FollowUp followUp) {
        return FollowUpResponse.from(followUp);
    }

    @Override
    protected void check(List<Draft<FollowUpAnswerRequest>> drafts) {
        Set<UUID> unknownEvents = references.missing(
                "event", drafts.stream().map(draft -> draft.request().eventId()).toList());
        Set<UUID> unknownParticipants = references.missing(
                PARTICIPANT,
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

    /** What makes a follow-up the same one when it comes again. */
    private record Key(UUID eventId, UUID participantId, Integer days) {}

    @Override
    protected Object key(Draft<FollowUpAnswerRequest> draft) {
        return new Key(
                draft.request().eventId(),
                draft.request().participantId(),
                draft.request().days());
    }

    @Override
    protected Object key(FollowUp followUp) {
        return new Key(followUp.eventId(), followUp.participantId(), followUp.days());
    }

    @Override
    protected Collection<FollowUp> stored(List<Draft<FollowUpAnswerRequest>> drafts) {
        return entityManager()
                .createQuery(
                        "select e from FollowUp e where e.eventId in :events and e.participantId in :participants",
                        FollowUp.class)
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
