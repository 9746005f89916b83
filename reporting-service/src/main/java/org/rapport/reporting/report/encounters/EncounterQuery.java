package org.rapport.reporting.report.encounters;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.rapport.reporting.report.EventFilter;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.Encounters;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;
import org.rapport.reporting.report.participation.RecordsQuery;

/** Reads encounters between people who attended and consent to research; of several events the same pair is one. */
final class EncounterQuery {

    private static final int SHORTEST_SECONDS = 20;

    private final EncounterNetwork network;

    private int a = -1;
    private int b = -1;
    private long encountersOfPair;
    private long secondsOfPair;
    private long dayOfPair;
    private boolean severalDaysOfPair;

    private long total;
    private long of20Seconds;
    private long longest;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private final Map<Long, long[]> perDay = new HashMap<>();

    private EncounterQuery(EncounterNetwork network) {
        this.network = network;
    }

    /** The encounters of all days. */
    record Met(
            EncounterNetwork network,
            long total,
            long of20Seconds,
            Long longestSeconds,
            Instant first,
            Instant last,
            Map<LocalDate, Long> perDay) {}

    static Met read(Connection connection, EventFilter filter, Instant asOf) throws SQLException {
        ScopedEvents scope = ScopedEvents.of(connection, filter, asOf);
        Collection<UUID> ids = filter.takesAll() ? null : scope.heldIds();
        NumberedEvents events = NumberedEvents.held(connection, scope, false, asOf);
        Records records = new RecordsQuery(connection, events, asOf).read(ids);
        EncounterQuery query = new EncounterQuery(new EncounterNetwork(records));
        new Encounters(connection, records, asOf).forEach(query::add);
        query.handOver();
        return query.met();
    }

    private void add(int one, int other, long metAt, int seconds) {
        long day = Math.floorDiv(metAt, NumberedEvents.DAY);
        if (one != a || other != b) {
            handOver();
            a = one;
            b = other;
            encountersOfPair = 0;
            secondsOfPair = 0;
            dayOfPair = day;
            severalDaysOfPair = false;
        }
        encountersOfPair++;
        secondsOfPair += seconds;
        severalDaysOfPair |= day != dayOfPair;
        total++;
        perDay.computeIfAbsent(day, none -> new long[1])[0]++;
        of20Seconds += seconds == SHORTEST_SECONDS ? 1 : 0;
        longest = Math.max(longest, seconds);
        first = Math.min(first, metAt);
        last = Math.max(last, metAt + seconds * NumberedEvents.SECOND);
    }

    private void handOver() {
        if (a >= 0) {
            network.addPair(a, b, encountersOfPair, secondsOfPair, severalDaysOfPair);
        }
    }

    private Met met() {
        Map<LocalDate, Long> days = new TreeMap<>();
        perDay.forEach((day, number) -> days.put(LocalDate.ofEpochDay(day), number[0]));
        return total == 0
                ? new Met(network, 0, 0, null, null, null, days)
                : new Met(network, total, of20Seconds, longest, instant(first), instant(last), days);
    }

    private static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
