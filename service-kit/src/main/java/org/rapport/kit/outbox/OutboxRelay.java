package org.rapport.kit.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postgresql.PGConnection;
import org.rapport.kit.exclusive.DedicatedConnections;
import org.rapport.kit.exclusive.ExclusiveWorker;

/**
 * Hands the outbox to Kafka: at least once, in order for each aggregate. Rows are deleted only once the broker has
 * acknowledged them; one relay works at a time, woken by each commit that wrote.
 *
 * <p>The lock of the database keeps two relays from reading the same rows, but cannot call back what a relay that has
 * just lost it is still sending. Kafka can: each batch is a transaction of the one producer that may write for the
 * service, and whoever takes over shuts out the one before. Otherwise an old state could land behind a newer one, and
 * compaction would keep the old one.
 */
public final class OutboxRelay extends ExclusiveWorker {

    /** A transaction of Kafka costs about the same for one event as for many: those that come by now share the next. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private static final int WAKE_MILLIS = 1_000;
    private static final long MEASURE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
    private static final Duration MAX_COMPACTION_LAG = Duration.ofDays(1);
    private static final int REQUEST_MILLIS = 5_000;
    private static final int DELIVERY_MILLIS = 15_000;

    private final OutboxConfig config;
    private final String topic;
    private final String source;
    private final String bootstrapServers;
    private final LongConsumer published;
    private volatile Backlog backlog = Backlog.NONE;

    /**
     * A relay, not yet started.
     *
     * @param source who publishes, as CloudEvents names it
     * @param published is told how many rows were delivered
     */
    public OutboxRelay(
            DedicatedConnections connections,
            OutboxConfig config,
            String source,
            String bootstrapServers,
            LongConsumer published) {
        super("outbox relay", connections);
        this.config = config;
        this.topic = config.topic().orElseThrow();
        this.source = source;
        this.bootstrapServers = bootstrapServers;
        this.published = published;
    }

    /** What waits, as this relay saw it a moment ago; nothing if another instance has the relay that works. */
    Backlog backlog() {
        return isLeading() ? backlog : Backlog.NONE;
    }

    @Override
    protected void work(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen outbox");
        }
        PGConnection notifications = connection.unwrap(PGConnection.class);
        long measured = measure(connection);
        createTopic();
        Producer<String, byte[]> producer = producer();
        try {
            producer.initTransactions();
            succeeded();
            while (!isStopped()) {
                List<OutboxRow> rows = OutboxTable.oldest(connection, config.batchSize());
                if (rows.isEmpty()) {
                    notifications.getNotifications(WAKE_MILLIS);
                } else {
                    deliver(connection, producer, rows);
                    if (rows.size() < config.batchSize()) {
                        pause(GATHER);
                    }
                    // those that came meanwhile are answered by the next read
                    notifications.getNotifications();
                }
                if (System.nanoTime() - measured > MEASURE_NANOS) {
                    OutboxTable.addTombstones(connection);
                    measured = measure(connection);
                }
            }
        } finally {
            close(producer);
        }
    }

    /** Lets the producer close even if this thread is told to hurry up. */
    private static void close(Producer<?, ?> producer) {
        boolean interrupted = Thread.interrupted();
        producer.close(CLOSE_LIMIT);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private long measure(Connection connection) throws SQLException {
        backlog = OutboxTable.backlog(connection);
        return System.nanoTime();
    }

    /** All of the rows or none: if one cannot be sent, the commit throws, and the rows stay for the next try. */
    private void deliver(Connection connection, Producer<String, byte[]> producer, List<OutboxRow> rows)
            throws SQLException {
        producer.beginTransaction();
        for (OutboxRow row : rows) {
            producer.send(row.toRecord(topic, source));
        }
        producer.commitTransaction();
        OutboxTable.delete(connection, rows);
        published.accept(rows.size());
    }

    private Producer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.ofEntries(
                        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        Map.entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "outbox" + source),
                        Map.entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, DELIVERY_MILLIS),
                        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024),
                        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 2),
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS),
                        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS),
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Compacted: the newest event of an aggregate is all that a consumer needs, for as long as it exists. What was erased
     * must not outlive that in a segment that nothing else rolls.
     */
    private void createTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS))) {
            if (!exists(admin)) {
                NewTopic compacted = new NewTopic(topic, config.partitions(), config.replicationFactor())
                        .configs(Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_COMPACT,
                                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                                Long.toString(MAX_COMPACTION_LAG.toMillis())));
                admin.createTopics(List.of(compacted)).all().get();
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private boolean exists(Admin admin) throws InterruptedException, ExecutionException {
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }
}
