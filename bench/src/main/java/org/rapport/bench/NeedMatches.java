package org.rapport.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/**
 * How long {@code GET /v1/needs/{id}/matches} takes over HTTP, one request at a time, among many offers on 520 topics: a
 * tenth of them on one popular topic, half of the participants sharing their profile, three in ten offers over. A third of
 * the needs is on the popular topic, a third on topics at the top with twelve beneath, a third on any.
 *
 * <p>Arguments: the number of offers (1000000), of requests (3000), and the service's folder with
 * {@code quarkus-run.jar}.
 */
public final class NeedMatches {

    private static final String DATABASE = "rapport_participants";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long POLL_MILLIS = 200;
    private static final int WARM_UP = 500;
    private static final int NEEDS = 3_000;

    /** Triggers are off for the sake of time; what they would do is in the statements. */
    private static final String FILL = """
            set session_replication_role = replica;
            insert into topic (id, version, created_at, updated_at, code, label, broader)
            select gen_random_uuid(), 0, now(), now(), 'G' || g, 'Group', null from generate_series(1, 40) g
            union all
            select gen_random_uuid(), 0, now(), now(), 'T' || g || '.' || t, 'Topic', 'G' || g
              from generate_series(1, 40) g, generate_series(1, 12) t;
            create temporary table person as
            select n, gen_random_uuid() as id from generate_series(1, greatest(%1$d / 5, 1000)) n;
            insert into participant (id, version, created_at, updated_at, given_name, family_name, language, status)
            select id, 0, now(), now(), 'Rosa', 'Quispe', (array['es', 'es', 'pt-BR', 'en', 'fr', null])[1 + n %% 6],
                   'ACTIVE'
              from person;
            insert into consent (participant_id, position, purpose, text_version, given_at)
            select id, 0, 'PROFILE_SHARING', '1', now() - interval '90 days' from person where n %% 2 = 0;
            insert into offer (id, version, created_at, updated_at, participant_id, topic, kind, description,
                               available_to, language, shared)
            select gen_random_uuid(), 0, now(), now(), p.id,
                   case when i %% 10 = 0 then 'T1.1'
                        else 'T' || (1 + floor(random() * 40)) || '.' || (1 + floor(random() * 12)) end,
                   (array['KNOWLEDGE', 'SKILL', 'DATA', 'FUNDING', 'PARTNER', 'ACCESS', 'TOOL', 'PEER_ADVICE', null])
                       [1 + floor(random() * 9)],
                   repeat('What is offered, in some words. ', 5),
                   case when random() < 0.3 then now() - interval '5 days' end, m.language, m.shared
              from generate_series(1, %1$d) i
              join person p on p.n = 1 + i %% greatest(%1$d / 5, 1000)
              join participant_in_matching m on m.id = p.id;
            insert into need (id, version, created_at, updated_at, participant_id, topic, kind, declared_at, status,
                              language, shared)
            select gen_random_uuid(), 0, now(), now(), p.id,
                   case n %% 3 when 0 then 'T1.1' when 1 then 'G' || (1 + floor(random() * 40))
                        else 'T' || (1 + floor(random() * 40)) || '.' || (1 + floor(random() * 12)) end,
                   (array['KNOWLEDGE', 'SKILL', 'DATA', 'FUNDING', null])[1 + floor(random() * 5)],
                   now() - interval '30 days', 'OPEN', m.language, m.shared
              from person p join participant_in_matching m on m.id = p.id where n <= %2$d;
            vacuum analyze;
            checkpoint""";

    private NeedMatches() {}

    public static void main(String[] args) throws Exception {
        int offers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : 3_000;
        Path app = Path.of(args.length > 2 ? args[2] : "participants-service/target/quarkus-app");
        Path folder = Files.createTempDirectory("rapport-bench");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), Ports.free(), Ports.free());
                LocalIssuer issuer = LocalIssuer.start(folder, 0, MeasuredService.PASSWORD)) {
            postgres.createDatabase(DATABASE, DATABASE, MeasuredService.PASSWORD);
            try (MeasuredService service = MeasuredService.start(app, folder, DATABASE, postgres, kafka, issuer);
                    Connection connection = postgres.connect(DATABASE)) {
                String token = issuer.mint().token("bench", Set.of("organiser"), Map.of(), HOUR);
                Client client = new Client(service.url(), token);
                client.awaitReady(service);
                List<String> needs = fill(connection, offers);
                for (int i = 0; i < WARM_UP; i++) {
                    client.matches(needs.get(i % needs.size()));
                }
                measure(client, needs, requests);
            }
        }
    }

    private static List<String> fill(Connection connection, int offers) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            for (String sql : FILL.formatted(offers, NEEDS).split(";\n")) {
                statement.execute(sql);
            }
            System.out.printf(Locale.ROOT, "%,d offers after %.0f s%n", offers, (System.nanoTime() - start) / 1e9);
            List<String> needs = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select id from need order by id")) {
                while (rows.next()) {
                    needs.add(rows.getString(1));
                }
            }
            return needs;
        }
    }

    private static void measure(Client client, List<String> needs, int requests) throws Exception {
        double[] millis = new double[requests];
        long full = 0;
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            String answer = client.matches(needs.get((i + WARM_UP) % needs.size()));
            millis[i] = (System.nanoTime() - start) / 1e6;
            full += answer.contains("\"next\":null") ? 0 : 1;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%,d requests, %,d of them with more than a page: median %.1f ms, 95th percentile %.1f ms,"
                        + " 99th percentile %.1f ms, longest %.1f ms%n",
                requests,
                full,
                millis[requests / 2],
                millis[requests * 95 / 100],
                millis[requests * 99 / 100],
                millis[requests - 1]);
    }

    /** Asks the service as a client would. */
    private record Client(String url, String token, HttpClient http) {

        Client(String url, String token) {
            this(
                    url,
                    token,
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        }

        String matches(String need) throws IOException, InterruptedException {
            HttpResponse<String> response = get("/v1/needs/" + need + "/matches");
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            }
            return response.body();
        }

        void awaitReady(MeasuredService service) throws InterruptedException {
            long limit = System.nanoTime() + LIMIT.toNanos();
            while (System.nanoTime() < limit && service.isAlive()) {
                try {
                    if (get("/q/health/ready").statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // not yet
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            throw new IllegalStateException("The service did not become ready");
        }

        private HttpResponse<String> get(String path) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
