package org.rapport.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postgresql.PGConnection;
import org.rapport.kit.exclusive.DedicatedConnections;
import org.rapport.kit.exclusive.ExclusiveWorker;

/**
 * Hands the outbox to Kafka: at least once, in order for each aggregate. Rows are deleted only once the broker has
 * acknowledged them; one relay works at a time, woken by each commit that wrote.
 */
public final class OutboxRelay extends ExclusiveWorker {

    private static final int WAKE_MILLIS = 1_000;

    private final OutboxConfig config;
    private final String topic;
    private final String source;
    private final String bootstrapServers;
    private final LongConsumer published;

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

    private record Row(long id, UUID aggregateId, String type, long version, Instant time, String trace, String data) {}

    @Override
    protected void work(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen outbox");
        }
        createTopic();
        PGConnection notifications = connection.unwrap(PGConnection.class);
        try (Producer<String, byte[]> producer = producer()) {
            while (!isStopped()) {
                List<Row> rows = read(connection);
                if (rows.isEmpty()) {
                    notifications.getNotifications(WAKE_MILLIS);
                } else {
                    deliver(connection, producer, rows);
                }
            }
        }
    }

    private List<Row> read(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, aggregate_id, type, version, time, trace_parent, data from outbox order by id limit ?")) {
            statement.setInt(1, config.batchSize());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(
                            result.getLong(1),
                            result.getObject(2, UUID.class),
                            result.getString(3),
                            result.getLong(4),
                            result.getTimestamp(5).toInstant(),
                            result.getString(6),
                            result.getString(7)));
                }
            }
        }
        return rows;
    }

    /**
     * Sends the rows and deletes those that arrived. Of an aggregate whose row did not, the later rows are kept too and
     * sent again: the newest event of a key must stay the last one in the log, or compaction would keep an older one.
     */
    private void deliver(Connection connection, Producer<String, byte[]> producer, List<Row> rows)
            throws SQLException, InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (Row row : rows) {
            sent.add(producer.send(toRecord(row)));
        }
        producer.flush();
        Set<UUID> failed = new HashSet<>();
        ExecutionException failure = null;
        List<Long> delivered = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            try {
                sent.get(i).get();
                if (!failed.contains(row.aggregateId())) {
                    delivered.add(row.id());
                }
            } catch (ExecutionException e) {
                failed.add(row.aggregateId());
                failure = e;
            }
        }
        delete(connection, delivered);
        published.accept(delivered.size());
        if (failure != null) {
            throw failure;
        }
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from outbox where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }

    private ProducerRecord<String, byte[]> toRecord(Row row) {
        String key = row.aggregateId().toString();
        ProducerRecord<String, byte[]> cloudEvent =
                new ProducerRecord<>(topic, key, row.data().getBytes(StandardCharsets.UTF_8));
        header(cloudEvent, "content-type", "application/json");
        header(cloudEvent, "ce_specversion", "1.0");
        header(cloudEvent, "ce_id", key + "-" + row.version() + "-" + row.id());
        header(cloudEvent, "ce_source", source);
        header(cloudEvent, "ce_type", row.type());
        header(cloudEvent, "ce_subject", key);
        header(cloudEvent, "ce_time", row.time().toString());
        header(cloudEvent, "ce_version", Long.toString(row.version()));
        if (row.trace() != null) {
            header(cloudEvent, "ce_traceparent", row.trace());
        }
        return cloudEvent;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Producer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024,
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        15_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Compacted: the newest event of an aggregate is all that a consumer needs, for as long as it exists. */
    private void createTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 5_000, "default.api.timeout.ms", 5_000))) {
            admin.createTopics(List.of(new NewTopic(topic, config.partitions(), config.replicationFactor())
                            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
