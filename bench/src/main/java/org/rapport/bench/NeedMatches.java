package org.rapport.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        Path folder = Scratch.folder();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), Ports.free(), Ports.free());
                LocalIssuer issuer = LocalIssuer.start(folder, 0, MeasuredService.PASSWORD)) {
            postgres.createDatabase(DATABASE, DATABASE, MeasuredService.PASSWORD);
            try (MeasuredService service = MeasuredService.start(app, folder, DATABASE, postgres, kafka, issuer);
                    Connection connection = postgres.connect(DATABASE)) {
                MeasuredClient client = new MeasuredClient(service, issuer);
                client.awaitReady();
                List<String> needs = fill(connection, offers);
                client.measure("warm-up", WARM_UP, i -> matches(needs, i));
                client.measure("matches of a need", requests, i -> matches(needs, i + WARM_UP));
            }
        }
    }

    private static String matches(List<String> needs, int i) {
        return "/v1/needs/" + needs.get(i % needs.size()) + "/matches";
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
}
