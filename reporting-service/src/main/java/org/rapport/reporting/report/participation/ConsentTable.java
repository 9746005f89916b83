package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;

/** When participants began and ceased to consent to research, wherever they were to be: nobody does so twice at once. */
public final class ConsentTable {

    private static final NamedQuery QUERY =
            new NamedQuery("select multirange_send(research_consent) from participant where status = :status");

    private final long[] from;
    private final long[] until;
    private int people;

    ConsentTable(Connection connection) throws SQLException {
        LongStream.Builder begins = LongStream.builder();
        LongStream.Builder ends = LongStream.builder();
        Columns.read(connection, QUERY.with("status", "ACTIVE"), row -> {
            people++;
            byte[] consent = row.getBytes(1);
            if (consent != null) {
                Sent.periods(consent, (begin, end) -> {
                    begins.add(begin);
                    ends.add(end);
                });
            }
        });
        from = begins.build().sorted().toArray();
        until = ends.build().sorted().toArray();
    }

    public int people() {
        return people;
    }

    /** How many consent at a moment: those who had begun by then, without those who had ceased. */
    public int consenting(long at) {
        return notAfter(from, at) - notAfter(until, at);
    }

    private static int notAfter(long[] times, long at) {
        int place = Arrays.binarySearch(times, at);
        if (place < 0) {
            return -place - 1;
        }
        while (place < times.length && times[place] == at) {
            place++;
        }
        return place;
    }
}
