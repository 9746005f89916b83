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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/**
 * How many events a second reporting-service applies to its read model: events are put on Kafka first, then the service is
 * started as it is in a local run, and timed from the first batch it commits to the last.
 *
 * <p>Arguments: the number of events (400000), and the service's folder with {@code quarkus-run.jar}.
 */
public final class ProjectionThroughput {

    private static final List<String> TOPICS =
            List.of("rapport.participants.v1", "rapport.events.v1", "rapport.exchanges.v1");
    private static final String DATABASE = "rapport_reporting";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 50;

    private ProjectionThroughput() {}

    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 400_000;
        Path app = Path.of(args.length > 1 ? args[1] : "reporting-service/target/quarkus-app");
        Path folder = Scratch.folder();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), Ports.free(), Ports.free());
                LocalIssuer issuer = LocalIssuer.start(folder, 0, MeasuredService.PASSWORD)) {
            postgres.createDatabase(DATABASE, DATABASE, MeasuredService.PASSWORD);
            publish(kafka.bootstrapServers(), events);
            try (MeasuredService service = MeasuredService.start(app, folder, DATABASE, postgres, kafka, issuer)) {
                measure(postgres, events, service);
            }
        }
    }

    private static void publish(String bootstrapServers, int events) throws Exception {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "linger.ms",
                20,
                "batch.size",
                256_000,
                "compression.type",
                "lz4");
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(TOPICS.stream()
                            .map(topic ->
                                    new NewTopic(topic, 6, (short) 1).configs(Map.of("cleanup.policy", "compact")))
                            .toList())
                    .all()
                    .get();
        }
        long start = System.nanoTime();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            new SyntheticEvents(events).forEach(producer::send);
            producer.flush();
        }
        System.out.printf(Locale.ROOT, "published %,d events in %.1f s%n", events, seconds(start));
    }

    /** The first batch is not counted: it began before it was seen. */
    private static void measure(EmbeddedPostgres postgres, int events, MeasuredService service) throws Exception {
        long limit = System.nanoTime() + LIMIT.toNanos();
        long first = 0;
        long firstAt = 0;
        try (Connection connection = postgres.connect(DATABASE)) {
            while (System.nanoTime() < limit && service.isAlive()) {
                long applied = applied(connection);
                long now = System.nanoTime();
                if (first == 0 && applied > 0) {
                    first = applied;
                    firstAt = now;
                }
                if (applied >= events) {
                    double took = (now - firstAt) / 1e9;
                    System.out.printf(
                            Locale.ROOT,
                            "applied %,d events in %.1f s: %,.0f a second%n",
                            applied - first,
                            took,
                            (applied - first) / took);
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
        throw new IllegalStateException("The service did not apply all events");
    }

    private static long applied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery("select to_regclass('consumer_position') is not null")) {
            table.next();
            if (!table.getBoolean(1)) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(sum(next_offset), 0) from consumer_position")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
