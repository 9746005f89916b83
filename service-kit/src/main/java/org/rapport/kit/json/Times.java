package org.rapport.kit.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants as the wire has them: ISO 8601 with an offset, kept in UTC to the microsecond, as PostgreSQL does. */
public final class Times {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /** Of an instant in UTC before the digits of its fraction; 0 is any digit. */
    private static final String FORM = "0000-00-00T00:00:00.";

    private static final int NANO_DIGITS = 9;

    private Times() {}

    /**
     * An instant with any offset.
     *
     * @throws IllegalArgumentException if it is not one, or of a year that is surely a mistake
     */
    public static Instant instant(String text) {
        try {
            Instant canonical = canonical(text);
            return plausible(
                    canonical != null
                            ? canonical
                            : OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Must be an instant with its offset from UTC, such as 2026-03-01T09:00:00Z", e);
        }
    }

    /**
     * The form in which services write to each other, read without the cost of a general parser, which a million events
     * would pay three times each; null if the text has another form.
     */
    private static Instant canonical(String text) {
        int end = text.length() - 1;
        if (end < "2026-03-01T09:00:00".length() || end > "2026-03-01T09:00:00.123456789".length()) {
            return null;
        }
        for (int i = 0; i <= end; i++) {
            char expected = i == end ? 'Z' : i < FORM.length() ? FORM.charAt(i) : '0';
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return null;
            }
        }
        int nanos = 0;
        for (int i = FORM.length(); i < FORM.length() + NANO_DIGITS; i++) {
            nanos = 10 * nanos + (i < end ? text.charAt(i) - '0' : 0);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** An instant, or a date that stands for the first moment of that day in UTC. */
    public static Instant startOf(String text) {
        return isDate(text) ? date(text).atStartOfDay(ZoneOffset.UTC).toInstant() : instant(text);
    }

    /** An instant, or a date that stands for the last microsecond of that day in UTC. */
    public static Instant endOf(String text) {
        return isDate(text)
                ? date(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS)
                : instant(text);
    }

    private static boolean isDate(String text) {
        return text.length() == "2026-03-01".length();
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            plausible(date.atStartOfDay(ZoneOffset.UTC).toInstant());
            return date;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Must be a date such as 2026-03-01, or an instant with its offset", e);
        }
    }

    private static Instant plausible(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("Must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR);
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** The earlier of two instants, or the one that is known. */
    public static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** The later of two instants, or the one that is known. */
    public static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
