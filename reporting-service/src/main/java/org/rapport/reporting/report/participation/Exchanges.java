package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Goes through the exchanges that count, between people who consent; those of two come one after the other. */
public final class Exchanges {

    private final ExchangeTable table;
    private final CommonTable common;
    private final Records records;
    private final long until;
    private final boolean confirmed;

    /** @param confirmed whether both sides must have confirmed it */
    public Exchanges(Connection connection, Records records, Instant asOf, boolean confirmed) throws SQLException {
        this.table = records.columns().exchanges(connection);
        this.common = records.columns().common(connection);
        this.records = records;
        this.until = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
        this.confirmed = confirmed;
    }

    /** The exchange that is handed over, until the next one is; people are numbers of the records. */
    public final class Exchange {

        private int number;
        private int a = -1;
        private int b = -1;
        private long first;

        private Exchange() {}

        public int a() {
            return a;
        }

        public int b() {
            return b;
        }

        /** In microseconds since 1970. */
        public long startedAt() {
            return table.startedAt(number);
        }

        /** When the first one of the same two started. */
        public long first() {
            return first;
        }

        public boolean byA() {
            return table.byA(number);
        }

        public boolean byB() {
            return table.byB(number);
        }

        /** Goes through the events that both attended. */
        public void common(Records.OfTwo consumer) {
            for (int i = common.first(number); i < common.end(number); i++) {
                int ofA = records.at(common.ofA(i));
                if (ofA >= 0) {
                    consumer.take(ofA, records.at(common.ofB(i)));
                }
            }
        }
    }

    /** Does something with an exchange. */
    @FunctionalInterface
    public interface OfExchange {
        void take(Exchange exchange);
    }

    /** Goes through all of them. */
    public void forEach(OfExchange consumer) {
        Exchange exchange = new Exchange();
        for (int i = 0; i < table.size(); i++) {
            if (counts(i)) {
                exchange.number = i;
                if (table.a(i) != exchange.a || table.b(i) != exchange.b) {
                    exchange.a = table.a(i);
                    exchange.b = table.b(i);
                    exchange.first = table.startedAt(i);
                }
                if (records.consents(exchange.a) && records.consents(exchange.b)) {
                    consumer.take(exchange);
                }
            }
        }
    }

    private boolean counts(int exchange) {
        return table.startedAt(exchange) <= until && (!confirmed || table.confirmedAt(exchange) <= until);
    }

    /** How many there are of anybody, at any time. */
    public int size() {
        return table.size();
    }

    /** Takes the start of an exchange; people are numbers of the records, times are microseconds since 1970. */
    @FunctionalInterface
    public interface OfStart {
        void take(int a, int b, long startedAt);
    }

    /** Goes through the starts of some of them; those of two belong to where the first one is. */
    public void forEachStart(int from, int to, OfStart consumer) {
        for (int i = afterPair(from), end = afterPair(to); i < end; i++) {
            if (counts(i) && records.consents(table.a(i)) && records.consents(table.b(i))) {
                consumer.take(table.a(i), table.b(i), table.startedAt(i));
            }
        }
    }

    private int afterPair(int exchange) {
        int next = exchange;
        while (next > 0
                && next < table.size()
                && table.a(next) == table.a(next - 1)
                && table.b(next) == table.b(next - 1)) {
            next++;
        }
        return next;
    }
}
