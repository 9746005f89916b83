package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Goes through the exchanges that count, between people who consent; those of two come one after the other. */
public final class Exchanges {

    /**
     * An exchange; people are numbers of the records, times are microseconds since 1970.
     *
     * @param first when the first one of the same two started
     */
    public record Exchange(int a, int b, long startedAt, long first, boolean byA, boolean byB) {}

    /** Does something with an exchange. */
    @FunctionalInterface
    public interface OfExchange {
        void take(Exchange exchange);
    }

    private final ExchangeTable table;
    private final Records records;
    private final long until;
    private final boolean confirmed;

    /** @param confirmed whether both sides must have confirmed it */
    public Exchanges(Connection connection, Records records, Instant asOf, boolean confirmed) throws SQLException {
        this.table = records.columns().exchanges(connection);
        this.records = records;
        this.until = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
        this.confirmed = confirmed;
    }

    /** @param confirmed whether both sides must have confirmed it */
    public static void read(
            Connection connection, Records records, Instant asOf, boolean confirmed, OfExchange consumer)
            throws SQLException {
        Exchanges exchanges = new Exchanges(connection, records, asOf, confirmed);
        ExchangeTable table = exchanges.table;
        int a = -1;
        int b = -1;
        long first = 0;
        for (int i = 0; i < table.size(); i++) {
            if (exchanges.counts(i)) {
                if (table.a(i) != a || table.b(i) != b) {
                    a = table.a(i);
                    b = table.b(i);
                    first = table.startedAt(i);
                }
                if (records.consents(a) && records.consents(b)) {
                    consumer.take(new Exchange(a, b, table.startedAt(i), first, table.byA(i), table.byB(i)));
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
