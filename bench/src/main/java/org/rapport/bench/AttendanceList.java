package org.rapport.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/**
 * How long the first page of the attendances of an event takes over HTTP, one request at a time, and the pages behind it. A
 * tenth of the attendances was corrected once; ten other events have as many attendances together.
 *
 * <p>Arguments: the number of attendances (100000), of requests of each kind (500), and the service's folder with
 * {@code quarkus-run.jar}.
 */
public final class AttendanceList {

    private static final String DATABASE = "rapport_events";
    private static final String EVENT = "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e";

    private static final String FILL = """
            insert into event (id, version, created_at, updated_at, title, starts_at, ends_at, status)
            select case when n = 0 then '%2$s'::uuid else md5('event' || n)::uuid end, 0, now(), now(), 'Event ' || n,
                   now() - interval '2 days', now() - interval '1 day', 'HELD'
              from generate_series(0, 10) n;
            insert into attendance (id, version, created_at, updated_at, event_id, participant_id, status, method,
                                    checked_in_at)
            select gen_random_uuid(), 0, now(), now() - n * interval '1 ms',
                   case when n <= %1$d then '%2$s'::uuid else md5('event' || (1 + n %% 10))::uuid end,
                   gen_random_uuid(), 'NO_SHOW', null, null
              from generate_series(1, 2 * %1$d) n;
            update attendance set status = 'PRESENT', method = 'MANUAL', version = 1 where random() < 0.1;
            vacuum analyze""";

    private AttendanceList() {}

    public static void main(String[] args) throws Exception {
        int attendances = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        Path app = Path.of(args.length > 2 ? args[2] : "events-service/target/quarkus-app");
        Path folder = Scratch.folder();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), Ports.free(), Ports.free());
                LocalIssuer issuer = LocalIssuer.start(folder, 0, MeasuredService.PASSWORD)) {
            postgres.createDatabase(DATABASE, DATABASE, MeasuredService.PASSWORD);
            try (MeasuredService service = MeasuredService.start(app, folder, DATABASE, postgres, kafka, issuer);
                    Connection connection = postgres.connect(DATABASE);
                    Statement statement = connection.createStatement()) {
                MeasuredClient client = new MeasuredClient(service, issuer);
                client.awaitReady();
                for (String sql : FILL.formatted(attendances, EVENT).split(";\n")) {
                    statement.execute(sql);
                }
                String list = "/v1/attendances?eventId=" + EVENT;
                client.measure("warm-up", requests, i -> list);
                client.measure("first page", requests, i -> list);
                client.measure("first page, latest changes first", requests, i -> list + "&sort=-updatedAt");
                client.measure("first page of those who were there", requests, i -> list + "&status=PRESENT");
            }
        }
    }
}
