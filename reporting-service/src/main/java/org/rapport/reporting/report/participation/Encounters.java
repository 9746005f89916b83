package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Goes through the encounters at events that both attended, of people who consent; those of two come one after the other. */
public final class Encounters {

    private final EncounterTable table;
    private final Records records;
    private final long until;

    public Encounters(Connection connection, Records records, Instant asOf) throws SQLException {
        this.table = records.columns().encounters(connection);
        this.records = records;
        this.until = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
    }

    /** Takes an encounter; people are numbers of the records, times are microseconds since 1970. */
    @FunctionalInterface
    public interface OfEncounter {
        void take(int a, int b, long metAt, int seconds);
    }

    public void forEach(OfEncounter consumer) {
        for (int i = 0; i < table.size(); i++) {
            if (table.metAt(i) <= until && !table.isIntroduction(i) && isBetweenAttendees(i)) {
                consumer.take(table.a(i), table.b(i), table.metAt(i), table.seconds(i));
            }
        }
    }

    private boolean isBetweenAttendees(int encounter) {
        return records.at(table.placeOfA(encounter)) >= 0
                && records.consents(table.a(encounter))
                && records.consents(table.b(encounter));
    }

    /** How many there are of anybody, at any time, with the introductions. */
    public int size() {
        return table.size();
    }

    /**
     * Goes through the records of two who met at an event, or were introduced there and then met, once for each event. Those of
     * two at an event belong to where the first one is.
     */
    public void forEachPair(int from, int to, Records.OfTwo consumer) {
        int latest = -1;
        int latestOther = -1;
        for (int i = afterPair(from), end = afterPair(to); i < end; i++) {
            int one = table.placeOfA(i);
            int other = table.placeOfB(i);
            if ((one != latest || other != latestOther) && table.metAt(i) <= until && isBetweenAttendees(i)) {
                latest = one;
                latestOther = other;
                consumer.take(records.at(one), records.at(other));
            }
        }
    }

    private int afterPair(int encounter) {
        int next = encounter;
        while (next > 0
                && next < table.size()
                && table.placeOfA(next) == table.placeOfA(next - 1)
                && table.placeOfB(next) == table.placeOfB(next - 1)) {
            next++;
        }
        return next;
    }
}
