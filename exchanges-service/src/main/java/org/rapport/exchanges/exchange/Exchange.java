package org.rapport.exchanges.exchange;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.Problems;

/** Something that passed between exactly two participants, stored in canonical order, and what each says of it. */
@Entity
public class Exchange extends Aggregate {

    /** Its events carry the whole history, and must not grow without end. */
    private static final int MAX_HISTORY = 1_000;

    @Column(name = "participant_a_id")
    private UUID participantAId;

    @Column(name = "participant_b_id")
    private UUID participantBId;

    @Enumerated(EnumType.STRING)
    private ExchangeType type;

    @Enumerated(EnumType.STRING)
    private ExchangeStatus status;

    private Instant startedAt;
    private UUID initiatedBy;
    private UUID originEventId;
    private UUID needId;

    @Enumerated(EnumType.STRING)
    private PriorTie priorTie;

    @Enumerated(EnumType.STRING)
    private List<Incentive> incentives;

    private UUID introductionId;
    private UUID reportedBy;

    @ElementCollection
    @CollectionTable(name = "exchange_type_step", joinColumns = @JoinColumn(name = "exchange_id"))
    @OrderColumn(name = "position")
    private List<TypeStep> typeHistory = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "exchange_confirmation", joinColumns = @JoinColumn(name = "exchange_id"))
    @OrderColumn(name = "position")
    private List<Confirmation> confirmations = new ArrayList<>();

    /** For Hibernate. */
    protected Exchange() {}

    Exchange(UUID id, ExchangeRequest request) {
        super(id);
        participantAId = request.participantAId();
        participantBId = request.participantBId();
        describe(request);
    }

    final void describe(ExchangeRequest request) {
        if (!pair().equals(List.of(request.participantAId(), request.participantBId()))) {
            throw Problems.invalid("/participantAId", "PAIR_FIXED", "An exchange stays that of its two participants");
        }
        become(request);
        status = request.status();
        startedAt = request.startedAt();
        initiatedBy = request.initiatedBy();
        originEventId = request.originEventId();
        needId = request.needId();
        priorTie = request.priorTie();
        incentives = request.incentives().isEmpty() ? null : request.incentives();
        introductionId = request.introductionId();
        reportedBy = request.reportedBy();
        request.confirmations().stream()
                .filter(stated -> !confirmations.contains(stated))
                .forEach(this::add);
    }

    /** The first step has the time at which the exchange began, if it has no other, and follows it. */
    private void become(ExchangeRequest request) {
        TypeLadder ladder = new TypeLadder(typeHistory);
        boolean isAsItBegan = typeHistory.isEmpty()
                ? request.typeSince() == null
                : ladder.isOneStepSince(startedAt) && Objects.equals(request.typeSince(), startedAt);
        requireRoomIn(typeHistory);
        ladder.become(request.type(), isAsItBegan ? request.startedAt() : request.typeSince());
        type = request.type();
    }

    /** Adds what one of the two says; false if it is what they said last. */
    boolean answer(Confirmation said) {
        Optional<Confirmation> last = lastAnswer(said.participantId());
        if (last.filter(said::saysTheSameAs).isPresent()) {
            return false;
        }
        if (last.filter(before -> said.at().isBefore(before.at())).isPresent()) {
            throw Problems.invalid("/at", "ANSWERED_BEFORE_LAST", "Must not be before what this side said last");
        }
        add(said);
        return true;
    }

    /** Nobody stands by it any more. */
    void decline() {
        status = ExchangeStatus.DECLINED;
    }

    private void add(Confirmation said) {
        requireRoomIn(confirmations);
        confirmations.add(said);
    }

    private static void requireRoomIn(List<?> history) {
        if (history.size() >= MAX_HISTORY) {
            throw Problems.conflict(
                    "HISTORY_FULL", "An exchange has no more than " + MAX_HISTORY + " entries in its history");
        }
    }

    /** Takes what a further report knows and this does not. Whether that was anything. */
    boolean completeFrom(ExchangeRequest report) {
        ExchangeRequest before = ExchangeRequest.from(this);
        describe(before.completedBy(report));
        return !ExchangeRequest.from(this).equals(before);
    }

    /** Its participants, or what else it names, turned out to be others. */
    void follow(ExchangeRequest renamed) {
        List<UUID> before = pair();
        participantAId = renamed.participantAId();
        participantBId = renamed.participantBId();
        initiatedBy = renamed.initiatedBy();
        reportedBy = renamed.reportedBy();
        needId = renamed.needId();
        Optional<UUID> successor =
                pair().stream().filter(side -> !before.contains(side)).findFirst();
        successor.ifPresent(
                side -> confirmations.replaceAll(said -> pair().contains(said.participantId()) ? said : said.by(side)));
    }

    /** Whether a report is of this exchange: of the same pair, type and event, as far as both say. */
    boolean isWhatIsReportedBy(ExchangeRequest report) {
        return status != ExchangeStatus.DECLINED
                && (type == null || report.type() == null || type == report.type())
                && (originEventId == null
                        || report.originEventId() == null
                        || originEventId.equals(report.originEventId()));
    }

    List<UUID> pair() {
        return List.of(participantAId, participantBId);
    }

    Optional<Confirmation> lastAnswer(UUID side) {
        return confirmations.stream()
                .filter(said -> said.participantId().equals(side))
                .reduce((earlier, later) -> later.at().isBefore(earlier.at()) ? earlier : later);
    }

    /** Who stands by it: those whose last word is that it was so; who reported it has said so thereby. */
    List<UUID> confirmedBy() {
        return pair().stream()
                .filter(side -> lastAnswer(side)
                        .map(said -> said.answer() == Answer.CONFIRMED)
                        .orElse(side.equals(reportedBy)))
                .toList();
    }

    /** When the second of the two confirmed it; null unless both do. */
    Instant confirmedAt() {
        List<Instant> times = confirmedBy().stream()
                .map(side -> lastAnswer(side).map(Confirmation::at).orElse(startedAt))
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.toList());
        return times.size() == 2 ? times.get(1) : null;
    }

    UUID participantAId() {
        return participantAId;
    }

    UUID participantBId() {
        return participantBId;
    }

    ExchangeType type() {
        return type;
    }

    /** Since when it is of its type. */
    Instant typeSince() {
        return new TypeLadder(typeHistory).since();
    }

    List<TypeStep> typeHistory() {
        return List.copyOf(typeHistory);
    }

    ExchangeStatus status() {
        return status;
    }

    Instant startedAt() {
        return startedAt;
    }

    UUID initiatedBy() {
        return initiatedBy;
    }

    UUID originEventId() {
        return originEventId;
    }

    UUID needId() {
        return needId;
    }

    PriorTie priorTie() {
        return priorTie;
    }

    List<Incentive> incentives() {
        return incentives == null ? List.of() : List.copyOf(incentives);
    }

    UUID introductionId() {
        return introductionId;
    }

    UUID reportedBy() {
        return reportedBy;
    }

    List<Confirmation> confirmations() {
        return List.copyOf(confirmations);
    }

    @Override
    public ExchangeState eventData() {
        return ExchangeState.of(this);
    }
}
