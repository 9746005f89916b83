package org.rapport.exchanges.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rapport.exchanges.introduction.Facts;
import org.rapport.exchanges.introduction.Introductions;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.replica.References;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;

/** Writes exchanges, and brings together what the two say of one. */
@Singleton
public class ExchangeWriter extends FollowingWriter<ExchangeRequest, Exchange> {

    private static final String CONFIRMED = "org.rapport.exchange.confirmed.v1";
    private static final String DISPUTED = "org.rapport.exchange.disputed.v1";

    private final References references;
    private final Facts facts;
    private final Introductions introductions;

    ExchangeWriter(Writing writing, References references, Facts facts, Introductions introductions) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                Exchange.class,
                "exchanges",
                "org.rapport.exchange.recorded.v1",
                "org.rapport.exchange.changed.v1");
        this.references = references;
        this.facts = facts;
        this.introductions = introductions;
    }

    /** What became of a report. */
    record Reported(Exchange exchange, boolean isNew) {}

    /**
     * Takes the report of one of two that there was an exchange: the first of the two makes one, the other confirms it, and
     * both at the same moment make one that both confirm. To be called in a transaction; throws a 422 with all that is wrong.
     *
     * <p>A report is of an exchange that is on record if that is of the same pair and not declined, and if the type and the
     * event of origin are the same as far as both say; of several the one with which it agrees most. So one pair may have two
     * exchanges of different types from one event, and two of one type from different events. A report that says nothing new
     * changes nothing; what the record does not know yet it takes from the report.
     *
     * @param type null if the reporter does not say
     * @param startedAt null if the reporter does not say
     * @param needId the need that it is about, if any; met once the exchange is completed
     * @param originEventId the event that it goes back to, if any
     */
    public Exchange report(
            UUID reporter, UUID other, ExchangeType type, Instant startedAt, UUID needId, UUID originEventId) {
        return report(ExchangeRequest.reported(reporter, other, type, startedAt, needId, originEventId))
                .exchange();
    }

    /** One of the two takes back what they reported; where nobody stands by it any more, it was none. */
    public void takeBack(UUID exchangeId, UUID side) {
        Exchange exchange = entityManager().find(Exchange.class, exchangeId, LockModeType.PESSIMISTIC_WRITE);
        if (exchange != null
                && exchange.pair().contains(side)
                && exchange.answer(new Confirmation(side, Answer.DISPUTED, now(), null, null))) {
            if (exchange.confirmedBy().isEmpty()) {
                exchange.decline();
            }
            publish(DISPUTED, exchange);
        }
    }

    /** Records an exchange; what somebody reports may be on record already. */
    Reported record(ExchangeRequest request) {
        return request == null || request.reportedBy() == null ? new Reported(create(request), true) : report(request);
    }

    private Reported report(ExchangeRequest request) {
        Draft<ExchangeRequest> draft = draft(Uuids.next(), request);
        ExchangeRequest report = draft.request();
        Confirmation said =
                new Confirmation(report.reportedBy(), Answer.CONFIRMED, now(), report.type(), report.startedAt());
        lock(report.pair());
        Optional<Exchange> held = held(report);
        if (held.isPresent()) {
            return new Reported(confirm(held.get(), report, said), false);
        }
        boolean saysSo = report.confirmations().stream()
                .anyMatch(stated -> stated.participantId().equals(report.reportedBy()));
        List<Confirmation> confirmations = new ArrayList<>(report.confirmations());
        if (!saysSo) {
            confirmations.add(said);
        }
        ExchangeRequest whole = report.with(report.typeSince(), report.reportedBy(), confirmations);
        return new Reported(created(new Draft<>(draft.id(), whole, draft.errors())), true);
    }

    /** Lets reports of one pair come one after the other. */
    private void lock(List<UUID> pair) {
        entityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:pair, 0))")
                .setParameter("pair", "rapport exchanges of " + pair)
                .getResultList();
    }

    private Optional<Exchange> held(ExchangeRequest report) {
        return entityManager()
                .createQuery(
                        "select e from Exchange e where e.participantAId = :a and e.participantBId = :b order by e.id",
                        Exchange.class)
                .setParameter("a", report.participantAId())
                .setParameter("b", report.participantBId())
                .getResultStream()
                .filter(exchange -> exchange.isWhatIsReportedBy(report))
                .min(Comparator.comparing((Exchange exchange) ->
                                !Objects.equals(exchange.originEventId(), report.originEventId()))
                        .thenComparing(exchange -> exchange.type() != report.type()));
    }

    private Exchange confirm(Exchange exchange, ExchangeRequest report, Confirmation said) {
        entityManager().refresh(exchange, LockModeType.PESSIMISTIC_WRITE);
        ExchangeRequest before = ExchangeRequest.from(exchange);
        boolean isNews = exchange.completeFrom(report);
        if (exchange.answer(said)) {
            publish(CONFIRMED, exchange);
        } else if (isNews) {
            publishChanges(Map.of(exchange, before));
        }
        return exchange;
    }

    /** Records what one of the two says; false if they had said so before. */
    boolean answer(Exchange exchange, UUID side, ConfirmationRequest request) {
        entityManager().refresh(exchange, LockModeType.PESSIMISTIC_WRITE);
        Errors errors = check(request);
        if (side == null) {
            errors.add("/participantId", "PARTICIPANT_ID_REQUIRED", "Say who of the two says so");
        } else if (!exchange.pair().contains(side)) {
            errors.add("/participantId", "NOT_OF_PAIR", "Must be one of the two participants");
        }
        ExchangeRules.checkNotInFuture("/at", request.at(), errors);
        ExchangeRules.checkNotInFuture("/startedAt", request.startedAt(), errors);
        errors.throwIfAny();
        Instant at = request.at() == null ? now() : request.at();
        boolean isNew =
                exchange.answer(new Confirmation(side, request.answer(), at, request.type(), request.startedAt()));
        if (isNew) {
            publish(request.answer() == Answer.CONFIRMED ? CONFIRMED : DISPUTED, exchange);
        }
        return isNew;
    }

    /** A patch follows the lifecycle; files may state where an exchange stands, however it came there. */
    @Override
    public Exchange patch(Exchange exchange, JsonNode patch) {
        ExchangeStatus before = exchange.status();
        Exchange changed = super.patch(exchange, dated(exchange, patch));
        if (!before.mayBecome(changed.status())) {
            throw Problems.invalid(
                    "/status",
                    "STATUS_NOT_NEXT",
                    "An exchange that is " + before + " cannot become " + changed.status());
        }
        return changed;
    }

    /** Another type without a time is a step that is taken now. */
    private static JsonNode dated(Exchange exchange, JsonNode patch) {
        boolean isStep = patch instanceof ObjectNode
                && patch.path("type").isTextual()
                && exchange.type() != null
                && !patch.get("type").asText().equals(exchange.type().name())
                && !patch.has("typeSince");
        return isStep ? ((ObjectNode) patch.deepCopy()).put("typeSince", now().toString()) : patch;
    }

    @Override
    protected Exchange create(UUID id, ExchangeRequest request) {
        return new Exchange(id, request);
    }

    @Override
    protected void change(Exchange exchange, ExchangeRequest request) {
        exchange.describe(request);
    }

    /** A file adds what a side says that has said nothing yet; it does not answer those who have spoken for themselves. */
    @Override
    protected ExchangeRequest onto(ExchangeRequest held, ExchangeRequest row) {
        List<Confirmation> confirmations = new ArrayList<>(held.confirmations());
        row.confirmations().stream()
                .filter(stated -> held.confirmations().stream()
                        .noneMatch(said -> said.participantId().equals(stated.participantId())))
                .forEach(confirmations::add);
        Instant typeSince = row.typeSince() != null
                ? row.typeSince()
                : row.type() == held.type() || held.type() == null ? held.typeSince() : now();
        return row.with(typeSince, row.reportedBy(), confirmations);
    }

    @Override
    protected ExchangeRequest request(Exchange exchange) {
        return ExchangeRequest.from(exchange);
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantAId", "participantBId"), "need", List.of("needId"));
    }

    @Override
    protected ExchangeRequest named(ExchangeRequest request, UnaryOperator<UUID> names) {
        return request.named(names);
    }

    @Override
    protected void rename(Exchange exchange, ExchangeRequest request) {
        exchange.follow(request);
    }

    @Override
    protected ExchangeResponse response(Exchange exchange) {
        return ExchangeResponse.from(exchange);
    }

    @Override
    protected void check(List<Draft<ExchangeRequest>> drafts) {
        Set<UUID> unknownParticipants = references.missing(
                "participant",
                drafts.stream()
                        .flatMap(draft -> Stream.of(
                                draft.request().participantAId(),
                                draft.request().participantBId()))
                        .toList());
        Set<UUID> unknownEvents = references.missing("event", named(drafts, ExchangeRequest::originEventId));
        Set<UUID> unknownNeeds = references.missing("need", named(drafts, ExchangeRequest::needId));
        Map<UUID, UUID> holders = facts.holders(named(drafts, ExchangeRequest::needId));
        Set<UUID> notIntroduced = notIntroduced(drafts);
        for (Draft<ExchangeRequest> draft : drafts) {
            ExchangeRequest request = draft.request();
            Errors errors = draft.errors();
            if (unknownParticipants.contains(request.participantAId())) {
                errors.add("/participantAId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
            if (unknownParticipants.contains(request.participantBId())) {
                errors.add("/participantBId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
            ExchangeRules.check(request, errors);
            if (unknownEvents.contains(request.originEventId())) {
                errors.add("/originEventId", "EVENT_UNKNOWN", "There is no such event");
            }
            if (unknownNeeds.contains(request.needId())) {
                errors.add("/needId", "NEED_UNKNOWN", "There is no such need");
            } else if (holders.containsKey(request.needId())
                    && !request.pair().contains(holders.get(request.needId()))) {
                errors.add("/needId", "NEED_NOT_OF_PAIR", "Must be a need of one of the two participants");
            }
            if (notIntroduced.contains(draft.id())) {
                errors.add("/introductionId", "INTRODUCTION_UNKNOWN", "There is no such introduction of the two");
            }
        }
    }

    /** Those drafts that name an introduction which is not of the two, unless they did so before it ended. */
    private Set<UUID> notIntroduced(List<Draft<ExchangeRequest>> drafts) {
        Map<UUID, List<UUID>> introduced = introductions.pairs(named(drafts, ExchangeRequest::introductionId));
        Map<UUID, UUID> wrong = new HashMap<>();
        drafts.stream()
                .filter(draft -> draft.request().introductionId() != null)
                .filter(draft -> !draft.request()
                        .pair()
                        .equals(introduced.get(draft.request().introductionId())))
                .forEach(draft -> wrong.put(draft.id(), draft.request().introductionId()));
        if (!wrong.isEmpty()) {
            entityManager()
                    .createQuery("select e from Exchange e where e.id in :ids", Exchange.class)
                    .setParameter("ids", wrong.keySet())
                    .getResultList()
                    .forEach(exchange -> wrong.remove(exchange.id(), exchange.introductionId()));
        }
        return wrong.keySet();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static List<UUID> named(List<Draft<ExchangeRequest>> drafts, Function<ExchangeRequest, UUID> field) {
        return drafts.stream()
                .map(Draft::request)
                .map(field)
                .filter(Objects::nonNull)
                .toList();
    }
}
