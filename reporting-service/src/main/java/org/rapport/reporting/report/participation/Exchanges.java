package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Goes through the exchanges that count, between people who consent; those of two come one after the other. */
public final class Exchanges {

    private final Records records;
    private final CommonTable common;
    private final ExchangeTable table;

    private Exchanges(Connection connection, Records records) throws SQLException {
        this.records = records;
        this.table = records.columns().exchanges(connection);
        this.common = records.columns().common(connection);
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

    /** @param confirmed whether both sides must have confirmed it */
    public static void read(
            Connection connection, Records records, Instant asOf, boolean confirmed, OfExchange consumer)
            throws SQLException {
        new Exchanges(connection, records).read(ChronoUnit.MICROS.between(Instant.EPOCH, asOf), confirmed, consumer);
    }

    private void read(long until, boolean confirmed, OfExchange consumer) {
        Exchange exchange = new Exchange();
        for (int i = 0; i < table.size(); i++) {
            if (table.startedAt(i) <= until && (!confirmed || table.confirmedAt(i) <= until)) {
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
}
