package org.rapport.participants.attendeelist;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.ImportSummary.RowError;
import org.rapport.kit.problem.DatabaseProblems;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.writing.Outcome;
import org.rapport.participants.attendeelist.AttendeeListResponse.Counts;
import org.rapport.participants.attendeelist.ListedPeople.Found;

/** One list on its way: its people a chunk at a time into the database, and then what it says of them to events-service. */
final class AttendeeListRun {

    private static final int MAX_ROWS = 100_000;
    private static final int CHUNK = 512;
    /** What is handed on at once, so that the answer comes soon. */
    private static final int PART = 10_000;

    private static final int MAX_ERRORS = 1_000;
    private static final int CONFLICT = 409;

    private final AttendeeListReader reader;
    private final ListedPeople people;
    private final EventsService events;
    private final String source;
    private final UUID eventId;
    private final boolean dryRun;

    private final Map<UUID, Standing> standings = new LinkedHashMap<>();
    private final Set<UUID> newcomers = new HashSet<>();
    private final List<RowError> errors = new ArrayList<>();
    private long total;
    private long rejected;

    AttendeeListRun(
            AttendeeListReader reader,
            ListedPeople people,
            EventsService events,
            String source,
            UUID eventId,
            boolean dryRun) {
        this.reader = reader;
        this.people = people;
        this.events = events;
        this.source = source;
        this.eventId = eventId;
        this.dryRun = dryRun;
    }

    AttendeeListResponse toEnd() {
        for (List<ListedAttendee> rows = reader.next(CHUNK); !rows.isEmpty(); rows = reader.next(CHUNK)) {
            total += rows.size();
            if (total > MAX_ROWS) {
                throw Problems.of(ProblemType.TOO_LARGE, "A list may have " + MAX_ROWS + " rows: send it in parts");
            }
            take(rows);
        }
        long created = newcomers.size();
        Counts participants = new Counts(created, 0, total - created - rejected, rejected);
        return new AttendeeListResponse(
                participants,
                handOn(
                        "registrations",
                        "event,participant,status,registered_at",
                        standings.values(),
                        standing -> standing.status() + "," + text(standing.registeredAt())),
                handOn(
                        "attendances",
                        "event,participant,status,method,checked_in_at",
                        standings.values().stream().filter(Standing::attended).toList(),
                        standing -> "PRESENT,IMPORT," + text(standing.checkedInAt())),
                errors);
    }

    private static String text(Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    private void take(List<ListedAttendee> rows) {
        List<ListedAttendee> sound =
                rows.stream().filter(row -> row.errors().isEmpty()).toList();
        List<Found> found = find(sound);
        for (int i = 0; i < sound.size(); i++) {
            UUID id = found.get(i).id();
            if (id != null) {
                standings.merge(id, Standing.of(id, sound.get(i)), Standing::and);
            }
            if (found.get(i).outcome() == Outcome.CREATED) {
                newcomers.add(id);
            }
        }
        for (ListedAttendee row : rows) {
            rejected += row.errors().isEmpty() ? 0 : 1;
            row.errors()
                    .list()
                    .forEach(error -> note(row.line(), reader.label(error.pointer()), error.code(), error.detail()));
        }
    }

    private List<Found> find(List<ListedAttendee> sound) {
        try {
            QuarkusTransaction.begin();
            boolean keep = false;
            try {
                List<Found> found = people.find(sound);
                keep = !dryRun;
                return found;
            } finally {
                if (keep) {
                    QuarkusTransaction.commit();
                } else {
                    QuarkusTransaction.rollback();
                }
            }
        } catch (RuntimeException refused) {
            HttpProblem problem = DatabaseProblems.toProblem(refused);
            throw problem.getStatusCode() == CONFLICT
                    ? Problems.conflict(
                            "REGISTERED_MEANWHILE",
                            "Somebody on the list was registered by somebody else at this moment: send the list again")
                    : problem;
        }
    }

    /** A trial leaves out whoever is not there yet: events-service would know nobody of that id. */
    private Counts handOn(String collection, String header, Iterable<Standing> all, Function<Standing, String> says) {
        List<Standing> handed = new ArrayList<>();
        long trials = 0;
        for (Standing standing : all) {
            if (dryRun && newcomers.contains(standing.participantId())) {
                trials++;
            } else {
                handed.add(standing);
            }
        }
        Counts counts = new Counts(trials, 0, 0, 0);
        for (int from = 0; from < handed.size(); from += PART) {
            List<Standing> part = handed.subList(from, Math.min(handed.size(), from + PART));
            String csv = part.stream()
                    .map(standing -> eventId + "," + standing.participantId() + "," + says.apply(standing) + "\n")
                    .collect(Collectors.joining("", header + "\n", ""));
            ImportSummary summary = events.importFile(collection, source, dryRun, csv);
            counts = counts.plus(summary);
            for (RowError error : summary.errors()) {
                // the rows of what is handed on begin in its second line
                long line = part.get((int) error.line() - 2).line();
                note(line, error.column() == null ? null : reader.label(error.column()), error.code(), error.detail());
            }
        }
        return counts;
    }

    private void note(long line, String column, String code, String detail) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(new RowError(line, column, code, detail));
        }
    }
}
