package org.rapport.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/**
 * How long reporting-service takes over HTTP, one request at a time, to answer each report, over everything and over one
 * programme of 1,000 participations: the first question of its kind; others that nobody asked before, while nothing changes
 * and while news come in before every request; the same again, either way.
 * Beside it, the four numbers of the readiness report as a self-join would count them, in the database alone, and as R
 * does from exported rows.
 *
 * <p>The world is made in the database: events of 100 attendees (a tenth of the registered don't come), among circles of
 * 1,000 people each who meet again and again; half are recorded at a session too; every second exchange follows an event
 * that both attended; needs and offers are in 200 topics.
 *
 * <p>Arguments: the number of participations (1000000), of questions that nobody asked before (10) and of others (100), and the
 * service's folder with {@code quarkus-run.jar}.
 */
public final class Reports {

    private static final String DATABASE = "rapport_reporting";
    private static final int ATTENDEES = 100;
    private static final long AT_ONCE_NANOS = 150_000_000;
    private static final long RENEWED_AFTER_SECONDS = 70;

    /** With more, the self-join over everything wants more room on the disk than there may be. */
    private static final int MOST_TO_JOIN = 100_000;

    private static final String FILL = """
            create function pg_temp.id(kind text, n bigint) returns uuid immutable language sql
                as $$ select md5(kind || n)::uuid $$;
            insert into programme (id, version, title)
            select pg_temp.id('programme', n), 0, 'Programme ' || n from generate_series(0, 19) n;
            insert into project (id, version, programme_id, title, starts_at, ends_at)
            select pg_temp.id('project', n), 0, pg_temp.id('programme', 1 + n %% 19), 'Project ' || n,
                   timestamptz '2022-01-01', timestamptz '2027-01-01'
              from generate_series(0, 99) n;
            insert into participant (id, version, status, country, research_consent, organisations)
            select pg_temp.id('participant', n), 0, 'ACTIVE', (array['PE', 'PL', 'DE', 'VN', 'NG'])[1 + n %% 5],
                   case when n %% 20 = 0 then '{}' else '{[2022-01-01,)}' end::tstzmultirange,
                   json_build_array(json_build_object('organisationId', pg_temp.id('organisation', n %% 2000)))
              from generate_series(0, %2$d * 20 - 1) n;
            create temporary table happening as
            select pg_temp.id('event', n) as id, n, n %% (%2$d / 50) as circle, n / (%2$d / 50) as turn,
                   timestamptz '2023-01-01 09:00Z' + (n * 7919 %% 1000) * interval '1 day' as starts_at
              from generate_series(0, %2$d - 1) n;
            insert into event (id, version, programme_id, project_id, title, format, country, starts_at, ends_at, status,
                               incentives)
            select id, 0, pg_temp.id('programme', case when n < 10 then 0 else 1 + n %% 19 end),
                   case when n %% 3 = 0 then pg_temp.id('project', n %% 100) end, 'Event ' || n, 'WORKSHOP',
                   (array['PE', 'PL', 'DE', 'VN', 'NG'])[1 + n %% 5], starts_at, starts_at + interval '8 hours', 'HELD', '{}'
              from happening;
            insert into session (id, version, event_id, title, type, starts_at, ends_at, allocation)
            select pg_temp.id('session', n * 2 + s), 0, id, 'Session ' || s, 'WORKSHOP', starts_at,
                   starts_at + interval '2 hours', 'SELF_SELECTED'
              from happening cross join generate_series(0, 1) s;
            create temporary table seat as
            select row_number() over () as n, e.id as event_id, e.n as event, s, e.starts_at,
                   pg_temp.id('participant', e.circle * 1000
                       + (s * (array[1, 3, 7, 9, 11, 13, 17, 19, 21, 23])[1 + e.turn %% 10] + e.turn * 131) %% 1000)
                   as participant_id
              from happening e cross join generate_series(0, 109) s;
            create index on seat (event, s);
            insert into registration (id, version, event_id, participant_id, status, registered_at, incentive)
            select pg_temp.id('registration', n), 0, event_id, participant_id, 'CONFIRMED', starts_at - interval '20 days',
                   case when n %% 8 = 0 then 'TRAVEL' end
              from seat;
            insert into attendance (id, version, event_id, participant_id, status, method)
            select pg_temp.id('attendance', n), 0, event_id, participant_id, 'PRESENT', 'LIST' from seat where s < 100;
            insert into attendance (id, version, event_id, session_id, participant_id, status, method)
            select pg_temp.id('sat', n), 0, event_id, pg_temp.id('session', event * 2 + s %% 2), participant_id, 'PRESENT',
                   'LIST'
              from seat where s < 100 and s %% 4 < 2;
            insert into participant_events
            select participant_id,
                   coalesce(array_agg(event_id order by event_id) filter (where attended), '{}'),
                   coalesce(array_agg(event_id order by event_id) filter (where not attended), '{}')
              from (select participant_id, event_id, bool_or(attended) as attended
                      from (select participant_id, event_id, status in ('PRESENT', 'PARTIAL') as attended
                              from attendance where participant_id is not null
                            union all
                            select participant_id, event_id, false from registration where status = 'CONFIRMED') recorded
                     group by participant_id, event_id) events
             group by participant_id;
            insert into need (id, version, participant_id, topic, kind, declared_at, status, met, withdrawn)
            select pg_temp.id('need', n), 0, pg_temp.id('participant', n %% (%2$d * 20)), 'T' || n * 31 %% 200, 'SKILL',
                   timestamptz '2022-06-01' + n * 7907 %% 1200 * interval '1 day', 'OPEN', '{}', '{}'
              from generate_series(0::bigint, %2$d * 30 - 1) n;
            insert into need_period
            select id, participant_id, topic, tstzrange(declared_at, null), 2, 3, (hashtext(id::text) & 3)::smallint, 1
              from need;
            insert into offer (id, version, participant_id, topic, kind, available)
            select pg_temp.id('offer', n), 0, pg_temp.id('participant', n * 13 %% (%2$d * 20)), 'T' || n * 17 %% 200, 'SKILL',
                   '[2022-01-01,]'
              from generate_series(0::bigint, %2$d * 30 - 1) n;
            create temporary table pair as
            select drawn.n, least(a.participant_id, b.participant_id) as a, greatest(a.participant_id, b.participant_id) as b,
                   a.event_id,
                   a.starts_at + interval '9 hours' + (drawn.n * 7901 %% 400 - 60) * interval '1 day' as at
              from (select n, n * 7877 %% %2$d as event, n * 31 %% 110 as one, (n * 31 + 1 + n %% 50) %% 110 as other
                      from generate_series(1::bigint, %2$d * 50) n) drawn
              join seat a on a.event = drawn.event and a.s = one
              join seat b on b.event = drawn.event and b.s = other;
            insert into exchange (id, version, participant_a_id, participant_b_id, type, status, started_at, initiated_by,
                                  reported_by, confirmed_at)
            select pg_temp.id('exchange', n), 0, a, b, (array['CONTACT', 'ADVICE', 'RESOURCE'])[1 + n %% 3], 'ACTIVE', at, a,
                   b, case when n %% 2 = 0 then at + interval '5 days' end
              from pair;
            insert into encounter (id, version, event_id, participant_a_id, participant_b_id, met_at, duration_seconds, source)
            select pg_temp.id('encounter', n), 0, event_id, a, b, at, 300, 'BADGE' from pair;
            insert into introduction (id, version, participant_a_id, participant_b_id, event_id, status, met_at)
            select pg_temp.id('introduction', n), 0, a, b, event_id, 'MET', at from pair where n %% 25 = 0;
            insert into commitment (id, version, event_id, participant_id, counterpart_id, stated_at)
            select pg_temp.id('commitment', n), 0, event_id, a, case when n %% 2 = 0 then b end, at
              from pair where n %% 5 = 0;
            insert into community_activity (id, version, event_id, participant_id, channel, at)
            select pg_temp.id('activity', n), 0, event_id, participant_id, 'FORUM',
                   starts_at + n * 7901 %% 300 * interval '1 day'
              from seat where n %% 5 = 0;
            insert into follow_up (id, version, event_id, participant_id, days, answered_at)
            select pg_temp.id('followUp', n), 0, event_id, participant_id, 90, starts_at + interval '95 days'
              from seat where s < 100 and n %% 3 = 0;
            insert into read_model_state (state) values (gen_random_uuid()) on conflict (one) do update set state = excluded.state;
            vacuum analyze;
            checkpoint""";

    /** As somebody would ask without knowing better: each attendee with each other one of the same event. */
    private static final String SELF_JOIN = """
            select ready, engaged, count(*)
              from (select a.event_id, a.participant_id,
                           exists (select from need_period n
                                    where n.participant_id = a.participant_id and n.during @> e.starts_at) as ready,
                           bool_or(x.id is not null) as engaged
                      from (select distinct event_id, participant_id from attendance
                             where status in ('PRESENT', 'PARTIAL')) a
                      join event e on e.id = a.event_id and e.status = 'HELD'
                      join participant p on p.id = a.participant_id and p.research_consent @> now()
                      join (select distinct event_id, participant_id from attendance
                             where status in ('PRESENT', 'PARTIAL')) b
                        on b.event_id = a.event_id and b.participant_id <> a.participant_id
                      left join exchange x
                        on x.participant_a_id = least(a.participant_id, b.participant_id)
                       and x.participant_b_id = greatest(a.participant_id, b.participant_id)
                       and x.started_at > e.ends_at and x.started_at <= e.ends_at + interval '180 days'
                     where %s
                     group by a.event_id, a.participant_id, e.starts_at) pairs
             group by ready, engaged""";

    private static final List<String> NAMES = List.of(
            "readiness",
            "embeddedness",
            "incentives",
            "power",
            "commitments",
            "time-to-exchange",
            "readiness-exposure",
            "community-versus-bilateral",
            "coverage",
            "needs",
            "encounters",
            "network");

    private final MeasuredClient client;
    private final Statement statement;
    private final Map<String, List<String>> cells = new LinkedHashMap<>();

    private Reports(MeasuredClient client, Statement statement) {
        this.client = client;
        this.statement = statement;
    }

    public static void main(String[] args) throws Exception {
        int participations = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int first = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        int again = args.length > 2 ? Integer.parseInt(args[2]) : 100;
        Path app = Path.of(args.length > 3 ? args[3] : "reporting-service/target/quarkus-app");
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
                Reports reports = new Reports(client, statement);
                reports.fill(participations);
                reports.measure(first, again);
                ReadinessInR.count(connection, folder);
                if (participations <= MOST_TO_JOIN) {
                    reports.selfJoin("everything", "true");
                }
            }
        }
    }

    private void fill(int participations) throws SQLException {
        long start = System.nanoTime();
        for (String sql :
                FILL.formatted(participations, participations / ATTENDEES).split(";\n")) {
            statement.execute(sql);
        }
        System.out.printf(
                Locale.ROOT, "%,d participations after %.0f s%n", participations, (System.nanoTime() - start) / 1e9);
    }

    private void measure(int first, int again) throws Exception {
        String programme = programme();
        Map<String, String> scopes = new LinkedHashMap<>();
        scopes.put("one programme", "?programme=" + programme);
        scopes.put("everything", "");
        selfJoin("one programme", "e.programme_id = '" + programme + "'");
        for (Map.Entry<String, String> scope : scopes.entrySet()) {
            for (String name : NAMES) {
                String path = "/v1/reports/" + name + scope.getValue();
                cell(name, measure(name + ", " + scope.getKey() + ", first", 1, i -> amidNews(unasked(path))));
            }
            // by then what is in memory is renewed in the background
            TimeUnit.SECONDS.sleep(RENEWED_AFTER_SECONDS);
            for (String name : NAMES) {
                String path = "/v1/reports/" + name + scope.getValue();
                String what = name + ", " + scope.getKey();
                cell(name, measure(what + ", another", first, i -> unasked(path)));
                cell(name, measure(what + ", another amid news", first, i -> amidNews(unasked(path))));
                client.get(path);
                cell(name, measure(what + ", again", again, i -> path));
                cell(name, measure(what + ", again amid news", again, i -> amidNews(path)));
                settle(path);
            }
        }
        table();
    }

    /** A report that can't be answered doesn't end the measurement of the others; there is no time then. */
    private double[] measure(String what, int requests, IntFunction<String> path)
            throws IOException, InterruptedException {
        try {
            return client.measure(what, requests, path);
        } catch (IllegalStateException e) {
            System.out.println(
                    what + ": no answer, " + e.getMessage().lines().findFirst().orElse(""));
            return new double[0];
        }
    }

    private void cell(String name, double[] millis) {
        cells.computeIfAbsent(name, key -> new ArrayList<>())
                .add(
                        millis.length == 0
                                ? "no answer"
                                : millis.length == 1
                                        ? String.format(Locale.ROOT, "%,.0f ms", millis[0])
                                        : String.format(
                                                Locale.ROOT,
                                                "%,.0f, %,.0f ms",
                                                millis[millis.length / 2],
                                                millis[millis.length * 95 / 100]));
    }

    /** Median and 95th percentile of each, to be pasted into a document. */
    private void table() {
        String kinds = "first | another | another amid news | again | again amid news |";
        System.out.println("| report | one programme, " + kinds + " everything, " + kinds);
        System.out.println("|---".repeat(11) + "|");
        cells.forEach((name, row) -> System.out.println("| " + name + " | " + String.join(" | ", row) + " |"));
    }

    private String programme() throws SQLException {
        try (ResultSet row = statement.executeQuery("select id from programme where title = 'Programme 0'")) {
            row.next();
            return row.getString(1);
        }
    }

    /** A question that nobody has asked: no answer that was given before can be given again, nor while one waits. */
    private static String unasked(String path) {
        return path + (path.contains("?") ? "&" : "?") + "asOf=" + Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The read model changes before every request, and the question is the same. */
    private String amidNews(String path) {
        try {
            statement.execute("update read_model_state set state = gen_random_uuid()");
            return path;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the newest answer is there, so that nothing is worked on beside the next question. */
    private void settle(String path) throws IOException, InterruptedException {
        long asked;
        do {
            asked = System.nanoTime();
            client.get(path);
        } while (System.nanoTime() - asked > AT_ONCE_NANOS);
    }

    private void selfJoin(String what, String condition) throws SQLException {
        List<String> counts = new ArrayList<>();
        long start = System.nanoTime();
        try (ResultSet rows = statement.executeQuery(SELF_JOIN.formatted(condition))) {
            while (rows.next()) {
                counts.add(rows.getString(1) + rows.getString(2) + " " + rows.getLong(3));
            }
        }
        System.out.printf(Locale.ROOT, "self-join, %s: %.0f ms, %s%n", what, (System.nanoTime() - start) / 1e6, counts);
    }
}
