package org.rapport.participants.need;

import jakarta.persistence.CollectionTable;
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
import java.util.UUID;
import org.rapport.kit.problem.Problems;
import org.rapport.participants.topic.Coded;
import org.rapport.participants.topic.Kind;

/**
 * Something concrete that a participant needs. When it was declared, and how it was assessed, is what reports reason
 * from, so neither can be rewritten: assessments are added, and the date of declaration stands.
 */
@Entity
public class Need extends Coded {

    /** Its events carry the whole history, and must not grow without end. */
    private static final int MAX_HISTORY = 1_000;

    private UUID participantId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String description;
    private Instant declaredAt;

    @Enumerated(EnumType.STRING)
    private NeedStatus status;

    private UUID metByExchangeId;

    @ElementCollection
    @CollectionTable(name = "need_assessment", joinColumns = @JoinColumn(name = "need_id"))
    @OrderColumn(name = "position")
    private List<Assessment> assessments = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "need_status_change", joinColumns = @JoinColumn(name = "need_id"))
    @OrderColumn(name = "position")
    private List<StatusChange> statusHistory = new ArrayList<>();

    /** For Hibernate. */
    protected Need() {}

    Need(UUID id, NeedRequest request) {
        super(id);
        participantId = request.participantId();
        declaredAt = request.declaredAt();
        statusHistory.add(new StatusChange(NeedStatus.OPEN, declaredAt));
        status = NeedStatus.OPEN;
        describe(request);
    }

    final void describe(NeedRequest request) {
        if (!participantId.equals(request.participantId())) {
            throw Problems.invalid("/participantId", "PARTICIPANT_FIXED", "A need stays its participant's");
        }
        if (!declaredAt.equals(request.declaredAt())) {
            throw Problems.invalid(
                    "/declaredAt", "DECLARED_AT_FIXED", "When a need was declared cannot be changed afterwards");
        }
        if (request.status() == NeedStatus.OPEN && request.statusAt() == null && status != NeedStatus.OPEN) {
            throw Problems.invalid("/statusAt", "STATUS_AT_REQUIRED", "Say since when the need is open again");
        }
        requireRoomIn(statusHistory);
        requireRoomIn(assessments);
        if (request.status() != NeedStatus.MET
                && request.metByExchangeId() != null
                && !request.metByExchangeId().equals(metByExchangeId)) {
            throw Problems.invalid("/metByExchangeId", "NOT_MET", "Only a need that is met was met by an exchange");
        }
        code(request.topic());
        kind = request.kind();
        description = request.description();
        if (request.assessment() != null && !request.assessment().equals(firstItems())) {
            assessments.add(Assessment.of(request.assessment(), declaredAt));
        }
        become(request.status(), request.statusAt());
        metByExchangeId = status == NeedStatus.MET ? request.metByExchangeId() : null;
    }

    /** Met by an exchange, unless it was met or withdrawn before. Whether that changed anything. */
    boolean meet(UUID exchangeId, Instant at) {
        if (status != NeedStatus.OPEN) {
            return false;
        }
        become(NeedStatus.MET, notBeforeLast(at));
        metByExchangeId = exchangeId;
        return true;
    }

    /** Open again, since it turned out that the exchange has not met it. Whether that changed anything. */
    boolean reopen(UUID exchangeId, Instant at) {
        if (!exchangeId.equals(metByExchangeId)) {
            return false;
        }
        become(NeedStatus.OPEN, notBeforeLast(at));
        metByExchangeId = null;
        return true;
    }

    /** Clocks of services differ: what follows is told as no earlier than what it follows. */
    private Instant notBeforeLast(Instant at) {
        Instant last = statusHistory.get(statusHistory.size() - 1).at();
        return at.isBefore(last) ? last : at;
    }

    /** Its participant turned out to be another one. */
    void follow(UUID survivor) {
        participantId = survivor;
    }

    /** Adds an assessment; what was assessed before stays. */
    void assess(Items items, Instant at) {
        requireRoomIn(assessments);
        assessments.add(Assessment.of(items, at));
    }

    private static void requireRoomIn(List<?> history) {
        if (history.size() >= MAX_HISTORY) {
            throw Problems.conflict(
                    "HISTORY_FULL", "A need has no more than " + MAX_HISTORY + " entries in its history");
        }
    }

    /** A status stated again with another time corrects the time; another status is a step in the history. */
    private void become(NeedStatus next, Instant at) {
        StatusChange last = statusHistory.get(statusHistory.size() - 1);
        Instant since = at != null ? at : next == last.status() ? last.at() : declaredAt;
        StatusChange change = new StatusChange(next, since);
        if (change.equals(last)) {
            return;
        }
        if (next == last.status()) {
            statusHistory.set(statusHistory.size() - 1, change);
        } else {
            statusHistory.add(change);
        }
        status = next;
    }

    /** The items as assessed at the declaration, by the last word on that; null if nobody did. */
    Items firstItems() {
        return assessments.stream()
                .filter(assessment -> assessment.assessedAt().equals(declaredAt))
                .reduce((earlier, later) -> later)
                .map(Assessment::items)
                .orElse(null);
    }

    /** Whether it was open at a time: declared by then, and not met or withdrawn by then without being reopened. */
    boolean wasOpen(Instant at) {
        return !declaredAt.isAfter(at)
                && statusHistory.stream()
                        .filter(change -> !change.at().isAfter(at))
                        .reduce((earlier, later) -> later.at().isBefore(earlier.at()) ? earlier : later)
                        .map(change -> change.status() == NeedStatus.OPEN)
                        .orElse(true);
    }

    /** The latest assessment not after a time; null if there was none. */
    Assessment assessment(Instant at) {
        return assessments.stream()
                .filter(assessment -> !assessment.assessedAt().isAfter(at))
                .reduce((earlier, later) -> later.assessedAt().isBefore(earlier.assessedAt()) ? earlier : later)
                .orElse(null);
    }

    public UUID participantId() {
        return participantId;
    }

    public Kind kind() {
        return kind;
    }

    String description() {
        return description;
    }

    Instant declaredAt() {
        return declaredAt;
    }

    public NeedStatus status() {
        return status;
    }

    /** The exchange that met it, if it is known. */
    UUID metByExchangeId() {
        return metByExchangeId;
    }

    /** Since when it has its status; null while it is open since its declaration. */
    Instant statusAt() {
        Instant at = statusHistory.get(statusHistory.size() - 1).at();
        return status == NeedStatus.OPEN && Objects.equals(at, declaredAt) ? null : at;
    }

    List<Assessment> assessments() {
        return List.copyOf(assessments);
    }

    List<StatusChange> statusHistory() {
        return List.copyOf(statusHistory);
    }

    @Override
    public NeedState eventData() {
        return new NeedState(
                id(),
                participantId,
                topic(),
                kind,
                declaredAt,
                assessments(),
                status,
                statusHistory(),
                metByExchangeId);
    }

    /** What other services learn of a need: all but its description, which may say who it is. */
    record NeedState(
            UUID id,
            UUID participantId,
            String topic,
            Kind kind,
            Instant declaredAt,
            List<Assessment> assessments,
            NeedStatus status,
            List<StatusChange> statusHistory,
            UUID metByExchangeId) {}
}
