package org.rapport.reporting.report.encounters;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;

/** Reads encounters between people who attended and consent to research; of several events the same pair is one. */
final class EncounterQuery {

    private static final int FETCH_SIZE = 5_000;

    private static final String MET = """
            with attended as materialized (
                select distinct a.event_id, a.participant_id
                  from attendance a
                  join participant p on p.id = a.participant_id
                 where a.event_id = any(:held) and a.status in ('PRESENT', 'PARTIAL')
                   and p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz),
            met as (
                select e.participant_a_id as a, e.participant_b_id as b, e.met_at,
                       coalesce(e.duration_seconds, 0) as seconds, (e.met_at at time zone 'UTC')::date as day
                  from encounter e
                  join attended a on a.event_id = e.event_id and a.participant_id = e.participant_a_id
                  join attended b on b.event_id = e.event_id and b.participant_id = e.participant_b_id
                 where e.event_id = any(:held) and e.met_at <= :asOf)
            """;

    private static final NamedQuery PARTICIPANTS = new NamedQuery(MET + "select distinct participant_id from attended");

    private static final NamedQuery PAIRS = new NamedQuery(MET + """
            select a, b, count(*) as encounters, sum(seconds) as seconds, count(distinct day) as days
              from met group by a, b
            """);

    private static final NamedQuery DAYS = new NamedQuery(MET + """
            select day, count(*) as encounters, count(*) filter (where seconds = 20) as shortest,
                   max(seconds) as longest, min(met_at) as first, max(met_at + seconds * interval '1 second') as last
              from met group by day
            """);

    private final Connection connection;
    private final ScopedEvents scope;
    private final Instant asOf;

    EncounterQuery(Connection connection, ScopedEvents scope, Instant asOf) {
        this.connection = connection;
        this.scope = scope;
        this.asOf = asOf;
    }

    /** Two who met. */
    record MetPair(UUID a, UUID b, long encounters, long seconds, long days) {}

    /** The encounters of all days. */
    record Encounters(
            long total,
            long of20Seconds,
            Long longestSeconds,
            Instant first,
            Instant last,
            Map<LocalDate, Long> perDay) {}

    void participants(Consumer<UUID> consumer) throws SQLException {
        try (PreparedStatement statement = prepare(PARTICIPANTS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                consumer.accept(rows.getObject(1, UUID.class));
            }
        }
    }

    void pairs(Consumer<MetPair> consumer) throws SQLException {
        try (PreparedStatement statement = prepare(PAIRS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                consumer.accept(new MetPair(
                        rows.getObject("a", UUID.class),
                        rows.getObject("b", UUID.class),
                        rows.getLong("encounters"),
                        rows.getLong("seconds"),
                        rows.getLong("days")));
            }
        }
    }

    Encounters encounters() throws SQLException {
        long total = 0;
        long of20Seconds = 0;
        Long longest = null;
        Instant first = null;
        Instant last = null;
        Map<LocalDate, Long> perDay = new TreeMap<>();
        try (PreparedStatement statement = prepare(DAYS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                perDay.put(rows.getObject("day", LocalDate.class), rows.getLong("encounters"));
                total += rows.getLong("encounters");
                of20Seconds += rows.getLong("shortest");
                longest = Math.max(longest == null ? 0 : longest, rows.getLong("longest"));
                Instant dayFirst = rows.getObject("first", OffsetDateTime.class).toInstant();
                Instant dayLast = rows.getObject("last", OffsetDateTime.class).toInstant();
                first = first == null || dayFirst.isBefore(first) ? dayFirst : first;
                last = last == null || dayLast.isAfter(last) ? dayLast : last;
            }
        }
        return new Encounters(total, of20Seconds, longest, first, last, perDay);
    }

    private PreparedStatement prepare(NamedQuery query) throws SQLException {
        PreparedStatement statement =
                query.with("held", scope.heldIds()).with("asOf", asOf).prepare(connection);
        statement.setFetchSize(FETCH_SIZE);
        return statement;
    }
}
