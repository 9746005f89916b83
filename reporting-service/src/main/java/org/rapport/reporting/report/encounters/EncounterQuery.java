package org.rapport.reporting.report.encounters;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.reporting.report.EventFilter;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;
import org.rapport.reporting.report.participation.RecordsQuery;

/** Reads encounters between people who attended and consent to research; of several events the same pair is one. */
final class EncounterQuery {

    private static final int FETCH_SIZE = 5_000;

    private static final int SHORTEST_SECONDS = 20;

    private static final NamedQuery MET = new NamedQuery("""
            select participant_a_id, participant_b_id, event_id, (extract(epoch from met_at) * 1000000)::bigint as met_at,
                   coalesce(duration_seconds, 0) as seconds
              from encounter
             where met_at <= :asOf and (:events::uuid[] is null or event_id = any(:events))
             order by participant_a_id, participant_b_id
            """);

    private final Connection connection;
    private final Instant asOf;
    private final Collection<UUID> ids;
    private final NumberedEvents events;
    private final Records records;

    private UUID a;
    private UUID b;
    private long encountersOfPair;
    private long secondsOfPair;
    private final Set<Long> daysOfPair = new HashSet<>();

    private long of20Seconds;
    private long longest;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private final Map<LocalDate, Long> perDay = new TreeMap<>();

    EncounterQuery(Connection connection, EventFilter filter, Instant asOf) throws SQLException {
        this.connection = connection;
        this.asOf = asOf;
        ScopedEvents scope = ScopedEvents.of(connection, filter, asOf);
        ids = filter.takesAll() ? null : scope.heldIds();
        events = NumberedEvents.held(connection, scope, false, asOf);
        records = new RecordsQuery(connection, events, asOf).read(ids);
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

    void participants(Consumer<UUID> consumer) {
        for (int person = 0; person < records.people(); person++) {
            boolean attended = false;
            for (int at = records.first(person); at < records.end(person); at++) {
                attended |= records.attended(at);
            }
            if (attended && records.consents(person)) {
                consumer.accept(records.id(person));
            }
        }
    }

    /** Hands over the pairs, and gives what their encounters come to; to be called once. */
    Encounters pairs(Consumer<MetPair> consumer) throws SQLException {
        try (PreparedStatement statement =
                MET.with("asOf", asOf).with("events", ids).prepare(connection)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID one = row.getObject(1, UUID.class);
                    UUID other = row.getObject(2, UUID.class);
                    if (attended(one, other, events.number(row.getObject(3, UUID.class)))) {
                        if (!one.equals(a) || !other.equals(b)) {
                            handOver(consumer);
                            a = one;
                            b = other;
                        }
                        add(row.getLong("met_at"), row.getLong("seconds"));
                    }
                }
            }
        }
        handOver(consumer);
        long total = perDay.values().stream().mapToLong(Long::longValue).sum();
        return total == 0
                ? new Encounters(0, 0, null, null, null, perDay)
                : new Encounters(total, of20Seconds, longest, instant(first), instant(last), perDay);
    }

    private boolean attended(UUID one, UUID other, int event) {
        return event >= 0 && attended(records.person(one), event) && attended(records.person(other), event);
    }

    private boolean attended(int person, int event) {
        return person >= 0 && records.consents(person) && records.attendance(person, event) >= 0;
    }

    private void add(long metAt, long seconds) {
        encountersOfPair++;
        secondsOfPair += seconds;
        long day = Math.floorDiv(metAt, NumberedEvents.DAY);
        daysOfPair.add(day);
        perDay.merge(LocalDate.ofEpochDay(day), 1L, Long::sum);
        of20Seconds += seconds == SHORTEST_SECONDS ? 1 : 0;
        longest = Math.max(longest, seconds);
        first = Math.min(first, metAt);
        last = Math.max(last, metAt + seconds * NumberedEvents.SECOND);
    }

    private void handOver(Consumer<MetPair> consumer) {
        if (a != null) {
            consumer.accept(new MetPair(a, b, encountersOfPair, secondsOfPair, daysOfPair.size()));
        }
        encountersOfPair = 0;
        secondsOfPair = 0;
        daysOfPair.clear();
    }

    private static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
