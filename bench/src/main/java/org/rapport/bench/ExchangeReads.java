package org.rapport.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/**
 * How long exchanges-service takes over HTTP, one request at a time, to list the exchanges of one participant among many.
 * Twenty exchanges for each participant on average, and far more for few: people are drawn by the square of a uniform number.
 * Half are confirmed by both, a third has climbed a step of the ladder.
 *
 * <p>Arguments: the number of exchanges (1000000), of requests of each kind (1000), and the service's folder with
 * {@code quarkus-run.jar}.
 */
public final class ExchangeReads {

    private static final String DATABASE = "rapport_exchanges";
    private static final int SAMPLE = 2_000;

    private static final String FILL = """
            create temporary table pair as
            select n, least(a::text, b::text)::uuid as a, greatest(a::text, b::text)::uuid as b
              from (select n, md5('p' || floor(power(random(), 2) * %1$d / 10))::uuid as a,
                           md5('p' || floor(random() * %1$d / 10))::uuid as b
                      from generate_series(1, %1$d) n) drawn
             where a <> b;
            insert into exchange (id, version, created_at, updated_at, participant_a_id, participant_b_id, type, status,
                                  started_at, origin_event_id, reported_by)
            select md5('x' || n)::uuid, 0, now(), now(), a, b, 'ADVICE', (array['ACTIVE', 'COMPLETED'])[1 + n %% 2],
                   timestamptz '2024-01-01' + n %% 700 * interval '1 day', md5('e' || n %% 500)::uuid, a
              from pair;
            insert into exchange_type_step (exchange_id, position, type, since)
            select md5('x' || n)::uuid, step, (array['CONTACT', 'ADVICE'])[1 + step],
                   timestamptz '2024-01-01' + n %% 700 * interval '1 day' + step * interval '30 days'
              from pair cross join generate_series(0, 1) step where step = 0 or n %% 3 = 0;
            insert into exchange_confirmation (exchange_id, position, participant_id, answer, at)
            select md5('x' || n)::uuid, side, case side when 0 then a else b end, 'CONFIRMED', timestamptz '2026-01-01'
              from pair cross join generate_series(0, 1) side where n %% 2 = 0;
            vacuum analyze;
            checkpoint""";

    private ExchangeReads() {}

    public static void main(String[] args) throws Exception {
        int exchanges = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        Path app = Path.of(args.length > 2 ? args[2] : "exchanges-service/target/quarkus-app");
        Path folder = Scratch.folder();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), Ports.free(), Ports.free());
                LocalIssuer issuer = LocalIssuer.start(folder, 0, MeasuredService.PASSWORD)) {
            postgres.createDatabase(DATABASE, DATABASE, MeasuredService.PASSWORD);
            try (MeasuredService service = MeasuredService.start(app, folder, DATABASE, postgres, kafka, issuer);
                    Connection connection = postgres.connect(DATABASE)) {
                MeasuredClient client = new MeasuredClient(service, issuer);
                client.awaitReady();
                measure(client, fill(connection, exchanges), requests);
            }
        }
    }

    /** Somebody of each kind to ask for: anybody, and those who have most. */
    private static Map<String, List<String>> fill(Connection connection, int exchanges) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            for (String sql : FILL.formatted(exchanges).split(";\n")) {
                statement.execute(sql);
            }
            System.out.printf(
                    Locale.ROOT, "%,d exchanges after %.0f s%n", exchanges, (System.nanoTime() - start) / 1e9);
            return Map.of(
                    "anybody's",
                    people(statement, "select participant_a_id from exchange order by random() limit " + SAMPLE),
                    "of those who have most",
                    people(
                            statement,
                            "select participant_a_id from exchange group by participant_a_id order by count(*) desc limit 50"));
        }
    }

    private static List<String> people(Statement statement, String query) throws SQLException {
        List<String> people = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                people.add(rows.getString(1));
            }
        }
        return people;
    }

    private static void measure(MeasuredClient client, Map<String, List<String>> people, int requests)
            throws Exception {
        for (String round : List.of("warm-up", "measured")) {
            System.out.println(round + ":");
            for (Map.Entry<String, List<String>> kind : people.entrySet()) {
                IntFunction<String> of =
                        i -> kind.getValue().get(i % kind.getValue().size());
                client.measure(kind.getKey() + ", a page", requests, i -> "/v1/exchanges?participantId=" + of.apply(i));
                client.measure(
                        kind.getKey() + ", 200 at most",
                        requests,
                        i -> "/v1/exchanges?limit=200&participantId=" + of.apply(i));
            }
        }
    }
}
