package org.rapport.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/**
 * How long it takes to schedule the four waves of an event, and how many answers a second are taken, each of which tells of
 * one exchange. The event is another one after a small one, so that the service is not cold.
 *
 * <p>Arguments: the number of attendees (10000), of answers (3000), and the service's folder with {@code quarkus-run.jar}.
 */
public final class FollowUps {

    private static final String DATABASE = "rapport_exchanges";
    private static final int WAVES = 4;
    private static final int WARM_UP = 500;
    private static final int CLIENTS = 8;
    private static final int POLL_MILLIS = 20;
    private static final long LIMIT_SECONDS = 120;

    /** What the consumers would have written; the last row is what sets the schedule going. */
    private static final String HELD = """
            create temporary table person as select n, gen_random_uuid() as id from generate_series(1, %2$d) n;
            insert into reference_replica (kind, id, version, gone) select 'participant', id, 0, false from person;
            insert into reference_replica (kind, id, version, gone) values ('event', '%1$s', 0, false);
            insert into followed_event (event_id, version, held, title, ends_at)
            values ('%1$s', 0, true, 'Water forum', now() - interval '31 days');
            insert into contact (participant_id, version, gone, may_contact) select id, 0, false, true from person;
            insert into involvement (source_id, version, event_id, participant_id, counts, came)
            select gen_random_uuid(), 0, '%1$s', id, true, true from person;
            drop table person;
            analyze;
            insert into follow_up_check (kind, id) values ('event', '%1$s')""";

    /** Links to answer by: everybody's token is known here. */
    private static final String LINKS = """
            insert into follow_up_token (hash, follow_up_id)
            select sha256(convert_to('token-of-' || participant_id, 'UTF8')), id from follow_up
             where event_id = '%s' and days = 30""";

    private static final String ASKED = """
            select participant_id, lead(participant_id) over (order by participant_id) from follow_up
             where event_id = '%s' and days = 30""";

    private FollowUps() {}

    public static void main(String[] args) throws Exception {
        int attendees = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int answers = args.length > 1 ? Integer.parseInt(args[1]) : 3_000;
        Path app = Path.of(args.length > 2 ? args[2] : "exchanges-service/target/quarkus-app");
        Path folder = Scratch.folder();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), Ports.free(), Ports.free());
                LocalIssuer issuer = LocalIssuer.start(folder, 0, MeasuredService.PASSWORD)) {
            postgres.createDatabase(DATABASE, DATABASE, MeasuredService.PASSWORD);
            try (MeasuredService service = MeasuredService.start(app, folder, DATABASE, postgres, kafka, issuer);
                    Connection connection = postgres.connect(DATABASE)) {
                new MeasuredClient(service, issuer).awaitReady();
                schedule(connection, "00000000-0000-4000-8000-000000000001", WARM_UP, "warm-up");
                String event = "00000000-0000-4000-8000-000000000002";
                schedule(connection, event, attendees, "the measurement");
                List<String[]> pairs = pairs(connection, event);
                answer(service, pairs.subList(0, Math.min(WARM_UP, pairs.size() / 2)), "warm-up");
                int from = Math.min(WARM_UP, pairs.size() / 2);
                answer(service, pairs.subList(from, Math.min(pairs.size(), from + answers)), "the measurement");
            }
        }
    }

    private static void schedule(Connection connection, String event, int attendees, String what)
            throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : HELD.formatted(event, attendees).split(";\n")) {
                statement.execute(sql);
            }
            long start = System.nanoTime();
            while (count(statement, event) < (long) WAVES * attendees) {
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                    throw new IllegalStateException("Not scheduled in time");
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d attendees, %d waves: scheduled after %.2f s%n",
                    what,
                    attendees,
                    WAVES,
                    (System.nanoTime() - start) / 1e9);
            statement.execute(LINKS.formatted(event));
        }
    }

    private static long count(Statement statement, String event) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select count(*) from follow_up where event_id = '" + event + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Everybody with somebody to tell of. */
    private static List<String[]> pairs(Connection connection, String event) throws SQLException {
        List<String[]> pairs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ASKED.formatted(event))) {
            while (rows.next()) {
                if (rows.getString(2) != null) {
                    pairs.add(new String[] {rows.getString(1), rows.getString(2)});
                }
            }
        }
        return pairs;
    }

    private static void answer(MeasuredService service, List<String[]> pairs, String what) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime();
        int refused = 0;
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (String[] pair : pairs) {
                answers.add(clients.submit(() -> answer(http, service, pair)));
            }
            for (Future<Integer> answer : answers) {
                refused += answer.get() == 204 ? 0 : 1;
            }
        } finally {
            clients.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d answers in %.1f s, %.0f a second, %d refused%n",
                what,
                pairs.size(),
                seconds,
                pairs.size() / seconds,
                refused);
    }

    private static int answer(HttpClient http, MeasuredService service, String[] pair)
            throws IOException, InterruptedException {
        String body = """
                {"exchanges": [{"participantId": "%s", "type": "ADVICE", "startedAt": "2026-01-10T00:00:00Z"}]}""".formatted(pair[1]);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(service.url() + "/v1/follow-up-answers/token-of-" + pair[0]))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
