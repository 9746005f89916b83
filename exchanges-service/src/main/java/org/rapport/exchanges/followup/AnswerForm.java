package org.rapport.exchanges.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.rapport.exchanges.exchange.ExchangeWriter;
import org.rapport.kit.links.LinkToken;
import org.rapport.kit.validation.Checks;
import org.rapport.kit.validation.Errors;

/** What is asked by a link, and what is answered; its methods run in a transaction of the caller. */
@ApplicationScoped
class AnswerForm {

    private static final String EVENT =
            "select coalesce(title, ''), ends_at from followed_event where event_id = :event";

    private static final String MET = """
            select distinct case when participant_a_id = :self then participant_b_id else participant_a_id end
              from meeting
             where event_id = :event and (participant_a_id = :self or participant_b_id = :self)""";

    /** Those who were there; where nobody has noted that of anybody, those who were to be. */
    private static final String PRESENT = """
            select distinct participant_id from involvement
             where event_id = :event and counts and participant_id <> :self
               and (came or not exists (select from involvement where event_id = :event and counts and came))""";

    private static final String AMONG = " and participant_id = any (:named)";

    private final EntityManager entityManager;
    private final FollowUpWriter writer;
    private final ExchangeWriter exchanges;
    private final Checks checks;

    AnswerForm(EntityManager entityManager, FollowUpWriter writer, ExchangeWriter exchanges, Checks checks) {
        this.entityManager = entityManager;
        this.writer = writer;
        this.exchanges = exchanges;
        this.checks = checks;
    }

    /**
     * What somebody is asked.
     *
     * @param met whom they are known to have met there
     * @param others who else was there
     */
    record Asked(
            UUID participantId,
            String eventTitle,
            Instant eventEndedAt,
            Integer days,
            Instant closesAt,
            Instant answeredAt,
            Answer answer,
            List<AnswerRequest.Told> told,
            Set<UUID> met,
            Set<UUID> others) {

        Asked {
            told = List.copyOf(told);
            met = Set.copyOf(met);
            others = Set.copyOf(others);
        }
    }

    /** The follow-up that a link leads to, closed or not; empty if there never was one, or its participant was erased. */
    Optional<FollowUp> find(String token) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery("select follow_up_id from follow_up_token where hash = :hash", UUID.class)
                .setParameter("hash", LinkToken.hash(token))
                .getResultStream()
                .findFirst()
                .map(id -> entityManager.find(FollowUp.class, id));
    }

    Asked asked(FollowUp followUp) {
        Object[] event = entityManager
                .unwrap(Session.class)
                .createNativeQuery(EVENT, Object[].class)
                .setParameter("event", followUp.eventId())
                .getResultStream()
                .findFirst()
                .orElse(new Object[] {"", null});
        Set<UUID> met = people(MET, followUp);
        Set<UUID> others = people(PRESENT, followUp);
        others.removeAll(met);
        return new Asked(
                followUp.participantId(),
                (String) event[0],
                (Instant) event[1],
                followUp.days(),
                followUp.closesAt(),
                followUp.answeredAt(),
                followUp.answer(),
                choices(followUp).stream()
                        .filter(choice -> !choice.isDropped())
                        .map(FollowUpChoice::told)
                        .toList(),
                met,
                others);
    }

    private Set<UUID> people(String query, FollowUp followUp) {
        return new HashSet<>(query(query, followUp).getResultList());
    }

    private NativeQuery<UUID> query(String query, FollowUp followUp) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(query, UUID.class)
                .setParameter("event", followUp.eventId())
                .setParameter("self", followUp.participantId());
    }

    private List<FollowUpChoice> choices(FollowUp followUp) {
        return entityManager
                .createQuery(
                        "select c from FollowUpChoice c where c.followUpId = :id order by c.participantId",
                        FollowUpChoice.class)
                .setParameter("id", followUp.id())
                .getResultList();
    }

    /** Keeps or takes an answer, or throws a 422 with all that is wrong with it. */
    void answer(FollowUp followUp, AnswerRequest request) {
        Errors errors = checks.of(request);
        errors.throwIfAny();
        entityManager.refresh(followUp, LockModeType.PESSIMISTIC_WRITE);
        List<FollowUpChoice> before = choices(followUp);
        check(followUp, before, request, errors);
        errors.throwIfAny();
        List<FollowUpChoice> choices = keep(followUp, before, request);
        if (!request.draft()) {
            tell(followUp, choices);
            writer.answer(
                    followUp,
                    new FollowUpAnswerRequest(
                            followUp.eventId(),
                            followUp.participantId(),
                            followUp.days(),
                            Instant.now().truncatedTo(ChronoUnit.MICROS),
                            request.none() ? Answer.NONE : Answer.EXCHANGES));
        }
    }

    private void check(FollowUp followUp, List<FollowUpChoice> before, AnswerRequest request, Errors errors) {
        if (request.none() && !request.exchanges().isEmpty()) {
            errors.add("/none", "NONE_WITH_EXCHANGES", "Say either that there were none, or which");
        }
        if (!request.draft() && !request.none() && request.exchanges().isEmpty()) {
            errors.add("/exchanges", "ANSWER_REQUIRED", "Say which exchanges there were, or that there were none");
        }
        Set<UUID> present = present(followUp, before, request);
        Set<UUID> named = new HashSet<>();
        for (int i = 0; i < request.exchanges().size(); i++) {
            AnswerRequest.Told told = request.exchanges().get(i);
            String pointer = "/exchanges/" + i;
            if (!present.contains(told.participantId())) {
                errors.add(pointer + "/participantId", "NOT_AT_EVENT", "Must be somebody who was at the event");
            } else if (!named.add(told.participantId())) {
                errors.add(pointer + "/participantId", "NAMED_TWICE", "Each person can be named once");
            }
            if (!request.draft() && told.type() == null) {
                errors.add(pointer + "/type", "TYPE_REQUIRED", "must not be null");
            }
            if (!request.draft() && told.startedAt() == null) {
                errors.add(pointer + "/startedAt", "STARTED_AT_REQUIRED", "must not be null");
            }
            if (told.startedAt() != null
                    && told.startedAt().isAfter(Instant.now().plus(1, ChronoUnit.DAYS))) {
                errors.add(pointer + "/startedAt", "STARTED_IN_FUTURE", "Must not be in the future");
            }
        }
    }

    /** Those who may be named: who was there, or was met there, or was named before that turned out to be wrong. */
    private Set<UUID> present(FollowUp followUp, List<FollowUpChoice> before, AnswerRequest request) {
        Set<UUID> present = people(MET, followUp);
        before.forEach(choice -> present.add(choice.participantId()));
        UUID[] named = request.exchanges().stream()
                .map(AnswerRequest.Told::participantId)
                .toArray(UUID[]::new);
        present.addAll(
                query(PRESENT + AMONG, followUp).setParameter("named", named).getResultList());
        return present;
    }

    /** All that has been said so far; what was answered once and is said no more is dropped, but not forgotten. */
    private List<FollowUpChoice> keep(FollowUp followUp, List<FollowUpChoice> before, AnswerRequest request) {
        Map<UUID, FollowUpChoice> held =
                before.stream().collect(Collectors.toMap(FollowUpChoice::participantId, Function.identity()));
        Map<UUID, FollowUpChoice> left = new HashMap<>(held);
        for (AnswerRequest.Told told : request.exchanges()) {
            FollowUpChoice choice = left.remove(told.participantId());
            if (choice == null) {
                choice = new FollowUpChoice(followUp.id(), told.participantId());
                entityManager.persist(choice);
                held.put(told.participantId(), choice);
            }
            choice.describe(told);
        }
        for (FollowUpChoice choice : left.values()) {
            if (choice.exchangeId() == null) {
                entityManager.remove(choice);
                held.remove(choice.participantId());
            } else {
                choice.drop();
            }
        }
        return held.values().stream()
                .sorted(Comparator.comparing(FollowUpChoice::participantId))
                .toList();
    }

    /** In the order of ids, so that no two who tell of each other's circle wait for one another. */
    private void tell(FollowUp followUp, List<FollowUpChoice> choices) {
        for (FollowUpChoice choice : choices) {
            if (choice.isDropped()) {
                exchanges.takeBack(choice.exchangeId(), followUp.participantId());
                entityManager.remove(choice);
            } else {
                AnswerRequest.Told told = choice.told();
                UUID exchange = exchanges
                        .report(
                                followUp.participantId(),
                                told.participantId(),
                                told.type(),
                                told.startedAt(),
                                told.needId(),
                                followUp.eventId())
                        .id();
                if (choice.exchangeId() != null && !choice.exchangeId().equals(exchange)) {
                    exchanges.takeBack(choice.exchangeId(), followUp.participantId());
                }
                choice.reported(exchange);
            }
        }
    }
}
