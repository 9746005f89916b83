package org.rapport.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/**
 * How long participants-service takes over HTTP, one request at a time, to read one of many participants, and to find them
 * by name. Names are as unevenly spread as they are in the world: 120 given names, of which the commonest has five in a
 * hundred, and 20,000 family names made of syllables; a third have two of those.
 *
 * <p>Arguments: the number of participants (1000000), of requests of each kind (500), and the service's folder with
 * {@code quarkus-run.jar}.
 */
public final class ParticipantReads {

    private static final String DATABASE = "rapport_participants";
    private static final int SAMPLE = 2_000;

    private static final String FILL = """
            set session_replication_role = replica;
            create temporary table given as
            select n, name from unnest(string_to_array('María José Luis Ana Juan Carlos Rosa Jorge Carmen Pedro Łukasz'
                || ' Piotr Agnieszka Katarzyna Małgorzata Tomasz Paweł Michał John Mary James Linda Robert Patricia'
                || ' Michael Jennifer William Elizabeth David Barbara Richard Susan Thomas Jessica Sarah Karen Nancy Lisa'
                || ' Betty Sandra Jürgen Günther Hans Björn Åsa Søren Jørgen Zoë Chloé François André Inès Amélie Émile'
                || ' Nguyễn Trần Lê Phạm Wei Li Fang Min Jing Hiroshi Yuki Sakura Kenji Mohammed Fatima Ahmed Aisha Omar'
                || ' Layla Hassan Yusuf Amina Kwame Ama Kofi Abena Chinedu Ngozi Adebayo Thabo Sipho Priya Rahul Anjali'
                || ' Sanjay Deepa Arjun Lakshmi Ravi Mario Marta Martín Manuel Marcos Mariana Marina Margarita Mateo'
                || ' Roberto Rodrigo Rosario Rocío Ricardo Raquel Ramón Alejandro Alberto Alicia Antonio Andrea Beatriz'
                || ' Claudia Daniel Diego Elena Felipe', ' ')) with ordinality as names (name, n);
            create temporary table family as
            with part as (
                select part from unnest(string_to_array('ka ko wal ski nia mor ga re lo pez mar tin her nan dez ro dri'
                    || ' guez fer sa li na va ra to di mo schu mül ler ber gen hof mann ström son chen wang zha ngu tran'
                    || ' ito sato ki ta ba yo shi mu ade bayo oke ke men sah dla mini nko si ił czyk wicz ów ska', ' '))
                    as parts (part))
            select row_number() over (order by md5(name)) as n, name
              from (select distinct initcap(a.part || b.part || c.part) as name from part a, part b, part c) made
             limit 20000;
            insert into organisation (id, version, created_at, updated_at, name)
            select md5('organisation' || n)::uuid, 0, now(), now(), 'Organisation ' || n from generate_series(0, 999) n;
            create temporary table person as
            select gen_random_uuid() as id, n, 1 + floor(power(random(), 2) * 120) as given,
                   1 + floor(power(random(), 3) * 20000) as family, 1 + floor(power(random(), 3) * 20000) as second
              from generate_series(1, %1$d) n;
            insert into participant (id, version, created_at, updated_at, given_name, family_name, email, country,
                                     language, status)
            select p.id, 0, now(), now(), g.name, f.name || case when p.n %% 3 = 0 then ' ' || s.name else '' end,
                   'person' || p.n || '@example.org', (array['PE', 'PL', 'DE', 'VN', 'NG'])[1 + p.n %% 5], 'es', 'ACTIVE'
              from person p join given g on g.n = p.given join family f on f.n = p.family join family s on s.n = p.second;
            insert into affiliation (participant_id, position, organisation_id, role, from_date)
            select id, 0, md5('organisation' || n %% 1000)::uuid, 'researcher', date '2024-01-01' from person;
            insert into consent (participant_id, position, purpose, text_version, given_at)
            select id, 0, 'RESEARCH', '2025-1', now() - interval '90 days' from person;
            vacuum analyze;
            checkpoint""";

    private ParticipantReads() {}

    /** Somebody who is stored, to ask for. */
    private record Person(String id, String given, String family) {}

    public static void main(String[] args) throws Exception {
        int participants = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : 500;
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
                measure(client, fill(connection, participants), requests);
            }
        }
    }

    private static List<Person> fill(Connection connection, int participants) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            for (String sql : FILL.formatted(participants).split(";\n")) {
                statement.execute(sql);
            }
            System.out.printf(
                    Locale.ROOT, "%,d participants after %.0f s%n", participants, (System.nanoTime() - start) / 1e9);
            List<Person> people = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select id, given_name, family_name from participant order by random() limit " + SAMPLE)) {
                while (rows.next()) {
                    people.add(new Person(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            return people;
        }
    }

    private static void measure(MeasuredClient client, List<Person> people, int requests) throws Exception {
        Function<Integer, Person> person = i -> people.get(i % people.size());
        for (String round : List.of("warm-up", "measured")) {
            System.out.println(round + ":");
            client.measure(
                    "one by id",
                    requests * 4,
                    i -> "/v1/participants/" + person.apply(i).id());
            client.measure("first and family name", requests, i -> search(nameOf(person.apply(i))));
            client.measure("family name", requests, i -> search(person.apply(i).family()));
            client.measure(
                    "given name, up to one in twenty",
                    requests,
                    i -> search(person.apply(i).given()));
            client.measure("the first three letters of each", requests, i -> search(beginnings(person.apply(i))));
            client.measure(
                    "an error in the family name",
                    requests,
                    i -> search(
                            person.apply(i).given() + " " + slip(person.apply(i).family(), i)));
            client.measure(
                    "an error in each",
                    requests,
                    i -> search(slip(person.apply(i).given(), i) + " "
                            + slip(person.apply(i).family(), i)));
            client.measure(
                    "a given name with an error",
                    requests,
                    i -> search(slip(person.apply(i).given(), i)));
            client.measure("letters at random", requests, i -> search(noise(i)));
        }
    }

    private static String search(String q) {
        return "/v1/participants?q=" + MeasuredClient.encoded(q);
    }

    private static String nameOf(Person person) {
        return person.given() + " " + person.family();
    }

    private static String beginnings(Person person) {
        return first(person.given()) + " " + first(person.family());
    }

    private static String first(String name) {
        return name.substring(0, Math.min(3, name.length()));
    }

    /** Two neighbours swapped, a letter wrong, missing or doubled. */
    private static String slip(String name, int seed) {
        Random random = new Random(seed);
        int at = random.nextInt(name.length() - 1);
        String before = name.substring(0, at);
        String after = name.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            case 1 -> before + (char) ('a' + random.nextInt(26)) + after;
            case 2 -> before + after;
            default -> before + name.charAt(at) + name.charAt(at) + after;
        };
    }

    private static String noise(int seed) {
        StringBuilder letters = new StringBuilder();
        new Random(seed).ints(8, 'a', 'z' + 1).forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }
}
