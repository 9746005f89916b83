package org.rapport.participants.attendeelist;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.rapport.kit.importing.ForeignTable;
import org.rapport.kit.importing.Row;
import org.rapport.kit.json.Times;

/** Reads a list by the layout of its product. */
final class AttendeeListReader {

    private final Layout layout;
    private final ForeignTable table;
    private final ZoneId zone;
    private final List<DateTimeFormatter> times;

    /**
     * Reads the header; throws a 422 if it is not of that product.
     *
     * @param zone of the event, for times without an offset
     */
    AttendeeListReader(Layout layout, InputStream file, ZoneId zone) {
        this.layout = layout;
        this.table = new ForeignTable(file, layout.columns(), layout.required());
        this.zone = zone;
        this.times = layout.times().stream()
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH))
                .toList();
    }

    /** Up to so many further rows; none at the end. */
    List<ListedAttendee> next(int limit) {
        List<ListedAttendee> attendees = new ArrayList<>(limit);
        while (attendees.size() < limit) {
            Row row = table.next();
            if (row == null) {
                break;
            }
            attendees.add(attendee(row));
        }
        return attendees;
    }

    /** What the list calls the column that an error is about, or null if it is about the row. */
    String label(String pointer) {
        String column =
                pointer.replaceFirst("^/", "").replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        String label = table.label(column);
        return label == null ? table.label(column.endsWith("_name") ? "name" : column.replaceAll("_at$", "")) : label;
    }

    private ListedAttendee attendee(Row row) {
        boolean readable = row.errors().isEmpty();
        String word = row.text("status");
        CheckIn checkIn = checkIn(row, word);
        return new ListedAttendee(
                row.line(),
                ticket(row),
                name(row),
                row.text("email"),
                readable ? status(row, word) : null,
                time(row, "registered_at", joined(row.text("registered_at"), row.text("registered_time"))),
                checkIn.attended,
                checkIn.at,
                row.errors());
    }

    /** All products number their tickets: what is no number is the answer to a question that goes by the same label. */
    private String ticket(Row row) {
        List<String> parts = layout.ticket().stream().map(row::text).toList();
        return parts.stream().allMatch(Objects::nonNull)
                        && parts.get(parts.size() - 1).matches("[0-9]+")
                ? String.join("-", parts)
                : null;
    }

    private static ListedName name(Row row) {
        String given = row.text("given_name");
        String family = row.text("family_name");
        return given == null || family == null
                ? ListedName.of(row.text("name") == null ? joined(given, family) : row.text("name"))
                : new ListedName(given, family);
    }

    private static String joined(String one, String other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : one + " " + other;
    }

    private RegistrationStatus status(Row row, String word) {
        if (word == null && layout.unstated() == null) {
            row.errors().add("/status", "STATUS_REQUIRED", "The cell must not be empty");
        }
        return word == null
                ? layout.unstated()
                : layout.status(word).orElseGet(() -> {
                    row.errors()
                            .add("/status", "STATUS_UNKNOWN", "Of this status it is not known what it means: " + word);
                    return null;
                });
    }

    private record CheckIn(boolean attended, Instant at) {}

    private CheckIn checkIn(Row row, String status) {
        String cell = row.text("checked_in");
        Instant at = time(row, "checked_in_at", row.text("checked_in_at"));
        if (cell == null || Layout.isAmong(layout.yes(), cell)) {
            return new CheckIn(cell != null || at != null || Layout.isAmong(layout.attended(), status), at);
        }
        return Layout.isAmong(layout.no(), cell)
                ? new CheckIn(false, null)
                : new CheckIn(true, time(row, "checked_in", cell));
    }

    private Instant time(Row row, String column, String text) {
        if (text == null) {
            return null;
        }
        for (DateTimeFormatter form : times) {
            try {
                TemporalAccessor time =
                        form.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                return Times.instant(instant(time).toString());
            } catch (DateTimeException | IllegalArgumentException e) {
                // another form may fit
            }
        }
        row.errors()
                .add(
                        "/" + column,
                        column.toUpperCase(Locale.ROOT) + "_INVALID",
                        "Must be a date or a time, such as 2026-03-01 09:00:00");
        return null;
    }

    private Instant instant(TemporalAccessor time) {
        if (time instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        return time instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : ((LocalDate) time).atStartOfDay(zone).toInstant();
    }
}
