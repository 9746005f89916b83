package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Goes through the exchanges that count, between people who consent; those of two come one after the other. */
public final class Exchanges {

    private Exchanges() {}

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

    /** @param confirmed whether both sides must have confirmed it */
    public static void read(
            Connection connection, Records records, Instant asOf, boolean confirmed, OfExchange consumer)
            throws SQLException {
        ExchangeTable table = records.columns().exchanges(connection);
        long until = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
        int a = -1;
        int b = -1;
        long first = 0;
        for (int i = 0; i < table.size(); i++) {
            if (table.startedAt(i) <= until && (!confirmed || table.confirmedAt(i) <= until)) {
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
}
