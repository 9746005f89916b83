package org.rapport.kit.consuming;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.rapport.kit.exclusive.DedicatedConnections;
import org.rapport.kit.exclusive.ExclusiveWorker;

/**
 * Feeds a projection from Kafka, in batches. The effect of a batch, its dead letters and the new position commit in one
 * transaction, so that a crash repeats a batch or not, but never loses or halves one. Kafka keeps no position for it.
 */
public final class EventConsumer extends ExclusiveWorker {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long LOOK_FOR_PARTITIONS_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Set<String> DATA_ERRORS = Set.of("22", "23");

    private final Projection projection;
    private final String bootstrapServers;
    private final CloudEvents cloudEvents;
    private final DeadLetters deadLetters;
    private final Counter applied;
    private final Counter dead;
    private volatile boolean rebuildAsked;
    private volatile List<ConsumerState.PartitionState> partitions = List.of();

    public EventConsumer(
            Projection projection,
            DedicatedConnections connections,
            String bootstrapServers,
            ObjectMapper mapper,
            MeterRegistry meters) {
        super(projection.name(), connections);
        this.projection = projection;
        this.bootstrapServers = bootstrapServers;
        this.cloudEvents = new CloudEvents(mapper);
        this.deadLetters = new DeadLetters(mapper);
        this.applied = Counter.builder("rapport.consumer.applied")
                .tag("consumer", projection.name())
                .register(meters);
        this.dead = Counter.builder("rapport.consumer.dead.letters")
                .tag("consumer", projection.name())
                .register(meters);
        Gauge.builder("rapport.consumer.lag", this, consumer -> consumer.state().lag())
                .tag("consumer", projection.name())
                .register(meters);
    }

    public ConsumerState state() {
        List<ConsumerState.PartitionState> now = partitions;
        long lag = now.stream()
                .mapToLong(p -> Math.max(0, p.endOffset() - p.nextOffset()))
                .sum();
        return new ConsumerState(projection.name(), isLeading(), lag, now, lastError());
    }

    /** Forgets everything and applies all events anew, as soon as the batch in hand is done. */
    public void rebuild() {
        rebuildAsked = true;
    }

    @Override
    protected void work(Connection connection) throws Exception {
        connection.setAutoCommit(false);
        try (KafkaConsumer<byte[], byte[]> consumer = kafkaConsumer()) {
            long looked = assign(consumer, connection);
            while (!isStopped()) {
                if (rebuildAsked) {
                    projection.reset(connection);
                    Positions.forget(connection, projection.name());
                    connection.commit();
                    rebuildAsked = false;
                    consumer.seekToBeginning(consumer.assignment());
                }
                if (consumer.assignment().isEmpty()) {
                    pause(POLL);
                } else {
                    apply(connection, consumer.poll(POLL));
                    observe(consumer);
                }
                if (System.nanoTime() - looked > LOOK_FOR_PARTITIONS_NANOS
                        || consumer.assignment().isEmpty()) {
                    looked = assign(consumer, connection);
                }
            }
        }
    }

    /** Takes every partition that there is, and goes on where the database says. Returns when it looked. */
    private long assign(KafkaConsumer<byte[], byte[]> consumer, Connection connection) throws SQLException {
        Map<String, List<PartitionInfo>> topics = consumer.listTopics();
        Set<TopicPartition> found = new HashSet<>();
        for (String topic : projection.topics()) {
            topics.getOrDefault(topic, List.of())
                    .forEach(partition -> found.add(new TopicPartition(topic, partition.partition())));
        }
        if (!found.equals(consumer.assignment())) {
            consumer.assign(found);
            Map<TopicPartition, Long> positions = Positions.read(connection, projection.name());
            connection.commit();
            for (TopicPartition partition : found) {
                Long position = positions.get(partition);
                if (position == null) {
                    consumer.seekToBeginning(List.of(partition));
                } else {
                    consumer.seek(partition, position);
                }
            }
        }
        return System.nanoTime();
    }

    private void apply(Connection connection, ConsumerRecords<byte[], byte[]> records) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        List<ConsumerRecord<byte[], byte[]>> readable = new ArrayList<>(records.count());
        List<Event> events = new ArrayList<>(records.count());
        Map<TopicPartition, Long> next = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            next.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
            try {
                Event event = cloudEvents.read(record);
                if (!projection.understands(event.type())) {
                    throw new UnreadableEventException("Unknown type " + event.type());
                }
                events.add(event);
                readable.add(record);
            } catch (UnreadableEventException e) {
                bury(connection, record, e.getMessage());
            }
        }
        applyAll(connection, events, readable);
        Positions.write(connection, projection.name(), next);
        connection.commit();
        applied.increment(events.size());
    }

    private void applyAll(Connection connection, List<Event> events, List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        try {
            projection.apply(connection, events);
        } catch (UnreadableEventException | SQLException e) {
            if (!isOfTheData(e)) {
                throw e;
            }
            connection.rollback(before);
            if (events.size() == 1) {
                bury(connection, records.get(0), e.getMessage());
                return;
            }
            for (int i = 0; i < events.size(); i++) {
                applyAll(connection, List.of(events.get(i)), List.of(records.get(i)));
            }
        }
        connection.releaseSavepoint(before);
    }

    /** What the data are to blame for will fail again; everything else is worth another try. */
    private static boolean isOfTheData(Exception e) {
        if (e instanceof SQLException sql) {
            return sql.getSQLState() != null
                    && DATA_ERRORS.contains(sql.getSQLState().substring(0, 2));
        }
        return true;
    }

    private void bury(Connection connection, ConsumerRecord<byte[], byte[]> record, String reason) throws SQLException {
        deadLetters.keep(connection, projection.name(), record, reason == null ? "Unreadable" : reason);
        dead.increment();
    }

    private void observe(KafkaConsumer<byte[], byte[]> consumer) {
        List<ConsumerState.PartitionState> now = new ArrayList<>();
        for (TopicPartition partition : consumer.assignment()) {
            long position = consumer.position(partition);
            long lag = consumer.currentLag(partition).orElse(0);
            now.add(new ConsumerState.PartitionState(
                    partition.topic(), partition.partition(), position, position + lag));
        }
        now.sort(Comparator.comparing(ConsumerState.PartitionState::topic)
                .thenComparing(ConsumerState.PartitionState::partition));
        partitions = List.copyOf(now);
    }

    private KafkaConsumer<byte[], byte[]> kafkaConsumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        500,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
