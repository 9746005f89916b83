package org.rapport.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;

/** The four numbers of the readiness report, counted in R from exported rows; {@code Rscript} must be there. */
final class ReadinessInR {

    private static final Path SCRIPT = Path.of("bench/src/main/r/readiness.R");

    private static final Map<String, String> ROWS = Map.of("attended", """
            select distinct a.event_id as event, a.participant_id as participant,
                   extract(epoch from e.starts_at)::bigint as starts, extract(epoch from e.ends_at)::bigint as ends
              from attendance a
              join event e on e.id = a.event_id and e.status = 'HELD'
              join participant p on p.id = a.participant_id and p.research_consent @> now()
             where a.status in ('PRESENT', 'PARTIAL')""", "needs", """
            select participant_id as participant, extract(epoch from lower(during))::bigint as since,
                   extract(epoch from upper(during))::bigint as until
              from need_period""", "exchanges", """
            select participant_a_id as a, participant_b_id as b, extract(epoch from started_at)::bigint as started
              from exchange""");

    private ReadinessInR() {}

    static void count(Connection connection, Path folder) throws SQLException, IOException, InterruptedException {
        long start = System.nanoTime();
        for (Map.Entry<String, String> rows : ROWS.entrySet()) {
            try (OutputStream file = Files.newOutputStream(folder.resolve(rows.getKey() + ".csv"))) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + rows.getValue() + ") to stdout csv header", file);
            }
        }
        System.out.printf(Locale.ROOT, "exported for R in %.0f ms%n", (System.nanoTime() - start) / 1e6);
        Process counting = new ProcessBuilder(List.of("Rscript", SCRIPT.toString(), folder.toString()))
                .redirectErrorStream(true)
                .start();
        System.out.print(
                "in R, everything: " + new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        counting.waitFor();
    }
}
