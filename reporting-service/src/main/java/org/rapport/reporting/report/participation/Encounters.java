package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;

/** Goes through the encounters at events that both attended, of people who consent; those of two come one after the other. */
public final class Encounters {

    private final EncounterTable table;
    private final Records records;
    private final long until;

    /** @param scope the events to ask for; null if it is all */
    public Encounters(Connection connection, Records records, Collection<UUID> scope, Instant asOf)
            throws SQLException {
        this.table = records.columns().encounters(connection, scope);
        this.records = records;
        this.until = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
    }

    /** Takes an encounter; people are numbers of the records, times are microseconds since 1970. */
    @FunctionalInterface
    public interface OfEncounter {
        void take(int a, int b, long metAt, int seconds);
    }

    public void forEach(OfEncounter consumer) {
        Attendances both = new Attendances();
        for (int i = 0; i < table.size(); i++) {
            if (table.metAt(i) <= until && !table.isIntroduction(i)) {
                both.turnTo(i);
                if (both.areFound()) {
                    consumer.take(both.a, both.b, table.metAt(i), table.seconds(i));
                }
            }
        }
    }

    /** Goes through the records of two who met at an event, or were introduced there and then met, once for each event. */
    public void forEachPair(Records.OfTwo consumer) {
        Attendances both = new Attendances();
        for (int i = 0; i < table.size(); i++) {
            if (table.metAt(i) <= until && both.turnTo(i) && both.areFound()) {
                consumer.take(both.atA, both.atB);
            }
        }
    }

    /** Where two people's attendances of an event are recorded. */
    private final class Attendances {

        private int a = -1;
        private int b = -1;
        private int event = -1;
        private int atA;
        private int atB;

        /** Whether it is another event, or they are others. */
        boolean turnTo(int encounter) {
            if (table.event(encounter) == event && table.b(encounter) == b && table.a(encounter) == a) {
                return false;
            }
            a = table.a(encounter);
            b = table.b(encounter);
            event = table.event(encounter);
            int number = records.number(event);
            atA = attendance(a, number);
            atB = attendance(b, number);
            return true;
        }

        private int attendance(int person, int number) {
            return number >= 0 && records.consents(person) ? records.attendance(person, number) : -1;
        }

        boolean areFound() {
            return atA >= 0 && atB >= 0;
        }
    }
}
