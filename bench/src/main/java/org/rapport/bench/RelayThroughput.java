package org.rapport.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/**
 * How many events a second the relay of participants-service hands to Kafka: rows are put into its outbox in one
 * transaction while it runs, and timed from the commit until the last of them is acknowledged and deleted. The first
 * round warms up.
 *
 * <p>Arguments: the number of events (200000), and the service's folder with {@code quarkus-run.jar}.
 */
public final class RelayThroughput {

    private static final String DATABASE = "rapport_participants";
    private static final String TOPIC = "rapport.participants.v1";
    private static final int ROUNDS = 4;
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 20;

    /** A participant's state, 300 bytes of JSON. */
    private static final String WRITE = """
            insert into outbox (aggregate_id, type, version, data)
            select id, 'org.rapport.participant.registered.v1', 0, json_build_object(
                       'id', id, 'status', 'ACTIVE', 'country', 'PE',
                       'organisations', json_build_array(json_build_object('organisationId', gen_random_uuid())),
                       'consents', json_build_array(json_build_object(
                           'purpose', 'RESEARCH', 'textVersion', '2024-1', 'givenAt', '2024-01-01T00:00:00Z')))::text
              from (select gen_random_uuid() as id from generate_series(1, %d)) made""";

    private RelayThroughput() {}

    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        Path app = Path.of(args.length > 1 ? args[1] : "participants-service/target/quarkus-app");
        Path folder = Scratch.folder();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), Ports.free(), Ports.free());
                LocalIssuer issuer = LocalIssuer.start(folder, 0, MeasuredService.PASSWORD)) {
            postgres.createDatabase(DATABASE, DATABASE, MeasuredService.PASSWORD);
            try (MeasuredService service = MeasuredService.start(app, folder, DATABASE, postgres, kafka, issuer);
                    Connection connection = postgres.connect(DATABASE)) {
                await(connection, service, "select to_regclass('outbox') is not null");
                for (int round = 0; round < ROUNDS; round++) {
                    measure(connection, service, round, events);
                }
            }
            System.out.printf(Locale.ROOT, "%,d records are in %s%n", count(kafka.bootstrapServers()), TOPIC);
        }
    }

    private static void measure(Connection connection, MeasuredService service, int round, int events)
            throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(WRITE.formatted(events));
        }
        long start = System.nanoTime();
        await(connection, service, "select not exists (select from outbox)");
        double took = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: published %,d events in %.1f s: %,.0f a second%n",
                round == 0 ? "warm-up" : "round " + round,
                events,
                took,
                events / took);
    }

    private static void await(Connection connection, MeasuredService service, String condition) throws Exception {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < limit && service.isAlive()) {
            if (isTrue(connection, condition)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new IllegalStateException("The service did not come so far: " + condition);
    }

    private static boolean isTrue(Connection connection, String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(condition)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** What consumers of committed records get. */
    private static long count(String bootstrapServers) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long count = 0;
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                count += consumer.poll(Duration.ofMillis(500)).count();
            }
            return count;
        }
    }
}
