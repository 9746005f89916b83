package org.rapport.kit.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants as the wire has them: ISO 8601 with an offset, kept in UTC to the microsecond, as PostgreSQL does. */
public final class Times {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Times() {}

    /**
     * An instant with any offset.
     *
     * @throws IllegalArgumentException if it is not one, or of a year that is surely a mistake
     */
    public static Instant instant(String text) {
        try {
            return plausible(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Must be an instant with its offset from UTC, such as 2026-03-01T09:00:00Z", e);
        }
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
