package org.rapport.reporting.projection;

import static org.rapport.reporting.projection.Required.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A need with its history, and the periods that the history comes to. */
record Need(
        UUID id,
        UUID participantId,
        String topic,
        String kind,
        Instant declaredAt,
        List<Assessment> assessments,
        Status status,
        List<StatusChange> statusHistory,
        UUID metByExchangeId)
        implements State {

    enum Status {
        OPEN,
        MET,
        WITHDRAWN
    }

    record StatusChange(Status status, Instant at) {
        StatusChange {
            required(status, "status of a change");
            required(at, "time of a change of status");
        }
    }

    record Assessment(Instant assessedAt, Integer specificity, Integer urgency, Integer authority, Integer benefit) {
        private static final int MAX = 4;

        Assessment {
            required(assessedAt, "assessedAt");
            item(specificity, "specificity");
            item(urgency, "urgency");
            item(authority, "authority");
            item(benefit, "benefit");
        }

        private static void item(Integer value, String name) {
            required(value, name);
            if (value < 0 || value > MAX) {
                throw new IllegalArgumentException(name + " is not from 0 to " + MAX + ": " + value);
            }
        }
    }

    Need {
        required(id, "id");
        required(participantId, "participantId");
        required(topic, "topic");
        required(declaredAt, "declaredAt");
        required(status, "status");
        assessments = assessments == null ? List.of() : List.copyOf(assessments);
        if (statusHistory == null || statusHistory.isEmpty()) {
            throw new IllegalArgumentException("statusHistory is missing");
        }
        statusHistory = List.copyOf(statusHistory);
    }

    record Row(
            UUID id,
            UUID participantId,
            String topic,
            String kind,
            Instant declaredAt,
            String status,
            UUID metByExchangeId,
            String met,
            String withdrawn) {}

    record PeriodRow(
            UUID needId,
            UUID participantId,
            String topic,
            Period during,
            Integer specificity,
            Integer urgency,
            Integer authority,
            Integer benefit) {}

    @Override
    public Row row() {
        return new Row(
                id,
                participantId,
                topic,
                kind,
                declaredAt,
                status.name(),
                metByExchangeId,
                during(Status.MET),
                during(Status.WITHDRAWN));
    }

    /** When it was in a status, in the database's notation; of two things at the same instant the one listed later counts. */
    private String during(Status wanted) {
        List<StatusChange> changes = new ArrayList<>(statusHistory);
        changes.sort(Comparator.comparing(StatusChange::at));
        List<String> periods = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).status() == wanted) {
                Instant end = i + 1 < changes.size() ? changes.get(i + 1).at() : null;
                periods.add(Period.of(changes.get(i).at(), end).toString());
            }
        }
        return "{" + String.join(",", periods) + "}";
    }

    /**
     * The times at which it was open, cut where it was assessed anew. Open from its declaration (never before, whatever
     * the history says) but for the times from becoming met or withdrawn to being opened again. Of two things at the same
     * instant the one listed later counts.
     */
    List<PeriodRow> periods() {
        List<StatusChange> changes = new ArrayList<>(statusHistory);
        changes.sort(Comparator.comparing(StatusChange::at));
        List<PeriodRow> rows = new ArrayList<>();
        Instant openSince = declaredAt;
        for (StatusChange change : changes) {
            if (change.status() == Status.OPEN) {
                openSince = openSince == null ? later(change.at(), declaredAt) : openSince;
            } else if (openSince != null) {
                addOpen(openSince, change.at(), rows);
                openSince = null;
            }
        }
        if (openSince != null) {
            addOpen(openSince, null, rows);
        }
        return rows;
    }

    private void addOpen(Instant from, Instant to, List<PeriodRow> rows) {
        if (to != null && !to.isAfter(from)) {
            return;
        }
        List<Assessment> assessed = new ArrayList<>(assessments);
        assessed.sort(Comparator.comparing(Assessment::assessedAt));
        Instant start = from;
        Assessment current = null;
        for (Assessment assessment : assessed) {
            if (to != null && !assessment.assessedAt().isBefore(to)) {
                break;
            }
            if (assessment.assessedAt().isAfter(start)) {
                rows.add(period(start, assessment.assessedAt(), current));
                start = assessment.assessedAt();
            }
            current = assessment;
        }
        rows.add(period(start, to, current));
    }

    private PeriodRow period(Instant from, Instant to, Assessment assessment) {
        return assessment == null
                ? new PeriodRow(id, participantId, topic, Period.of(from, to), null, null, null, null)
                : new PeriodRow(
                        id,
                        participantId,
                        topic,
                        Period.of(from, to),
                        assessment.specificity(),
                        assessment.urgency(),
                        assessment.authority(),
                        assessment.benefit());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
