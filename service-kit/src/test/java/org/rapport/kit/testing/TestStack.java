package org.rapport.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedMailbox;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/** The servers that the tests of one module share: started with the first test, stopped with the JVM. */
public final class TestStack {

    public static final String DATABASE = "rapport";
    public static final String CLIENT_SECRET = "of-the-tests";

    private static TestStack running;

    private final Path folder;
    private final int postgresPort = Ports.free();
    private final int brokerPort = Ports.free();
    private final int controllerPort = Ports.free();
    private final int mailPort = Ports.free();
    private final int otherServicePort = Ports.free();
    private final LocalIssuer issuer;
    private EmbeddedPostgres postgres;
    private EmbeddedKafka kafka;
    private EmbeddedMailbox mailbox;

    private TestStack() throws IOException, SQLException {
        folder = Files.createTempDirectory("rapport-test");
        issuer = LocalIssuer.start(folder, 0, CLIENT_SECRET);
        startPostgres();
        startKafka();
        postgres.createDatabase(DATABASE, DATABASE, DATABASE);
    }

    public static synchronized TestStack get() {
        if (running == null) {
            try {
                running = new TestStack();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("The test stack did not start", e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "test stack"));
        }
        return running;
    }

    /** What a service must be told to use this stack. */
    Map<String, String> config() {
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE)),
                Map.entry("quarkus.datasource.username", DATABASE),
                Map.entry("quarkus.datasource.password", DATABASE),
                Map.entry("kafka.bootstrap.servers", kafka.bootstrapServers()),
                Map.entry("quarkus.oidc.auth-server-url", issuer.url()),
                Map.entry("quarkus.oidc-client.credentials.secret", CLIENT_SECRET),
                Map.entry("rapport.mail.port", Integer.toString(mailPort)),
                Map.entry("rapport.mail.retry-after", "PT0.2S"),
                Map.entry("rapport.mail.patience", "PT4S"),
                Map.entry("rapport.owners.participants", "http://127.0.0.1:" + otherServicePort),
                Map.entry("rapport.owners.events", "http://127.0.0.1:" + otherServicePort),
                Map.entry("quarkus.log.level", "WARN"),
                Map.entry("quarkus.log.category.\"org.apache.kafka.clients\".level", "ERROR"));
    }

    public LocalIssuer issuer() {
        return issuer;
    }

    /** A connection to the service's database, as the superuser. */
    public Connection database() throws SQLException {
        return postgres.connect(DATABASE);
    }

    /** Another database beside that of the service, empty, with a user of its name and password. */
    public void createDatabase(String name) throws SQLException {
        postgres.createDatabase(name, name, name);
    }

    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    public void startPostgres() {
        try {
            postgres = EmbeddedPostgres.startForTests(folder.resolve("postgres"), postgresPort);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    public void stopPostgres() {
        postgres.close();
    }

    public void startKafka() {
        // the broker looks classes up by the thread's loader, which is not always that of the test
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EmbeddedKafka.class.getClassLoader());
        try {
            kafka = EmbeddedKafka.start(folder.resolve("kafka"), brokerPort, controllerPort);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka did not start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    public void stopKafka() {
        kafka.close();
    }

    /** Where participants-service and events-service would be found, for tests of others that stand in for them. */
    public int otherServicePort() {
        return otherServicePort;
    }

    /** Where all mail is found, once {@link #startMail} has been called. */
    public Path mailFolder() {
        return folder.resolve("mailbox");
    }

    /** Where the service under test looks for a mail server. */
    public int mailPort() {
        return mailPort;
    }

    public synchronized void startMail() {
        if (mailbox == null) {
            try {
                mailbox = EmbeddedMailbox.start(mailFolder(), mailPort);
            } catch (IOException e) {
                throw new UncheckedIOException("The mailbox did not start", e);
            }
        }
    }

    public synchronized void stopMail() {
        if (mailbox != null) {
            mailbox.close();
            mailbox = null;
        }
    }

    /** Makes a topic as a relay would, unless it is there. */
    public void createTopic(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Sends a record as it is, and waits for the broker to have it. */
    public void send(ProducerRecord<byte[], byte[]> record) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    /** All committed records that a topic holds now, each partition in its order. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers(),
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private void close() {
        stopMail();
        kafka.close();
        postgres.close();
        issuer.close();
    }
}
