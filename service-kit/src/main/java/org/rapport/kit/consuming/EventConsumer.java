package org.rapport.kit.consuming;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
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
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN_IF_INCOMPLETE = Duration.ofMillis(500);
    private static final Duration FORGET_LIMIT = Duration.ofMinutes(10);

    /** So many events in one go are a catch-up. */
    private static final int A_LOT = 10_000;

    private final Projection projection;
    private final String bootstrapServers;
    private final Batches batches;
    private final Counter applied;
    private final Counter dead;
    private volatile boolean lookNow;
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
        this.batches = new Batches(projection, mapper);
        this.applied = Counter.builder("rapport.consumer.applied")
                .description("Events applied, duplicates included")
                .tag("consumer", projection.name())
                .register(meters);
        this.dead = Counter.builder("rapport.consumer.dead.letters")
                .description("Records that could not be read or applied")
                .tag("consumer", projection.name())
                .register(meters);
        for (String topic : projection.topics()) {
            Gauge.builder("rapport.consumer.lag", this, consumer -> consumer.lag(topic))
                    .description("Events that wait to be applied")
                    .tag("consumer", projection.name())
                    .tag("topic", topic)
                    .register(meters);
        }
    }

    public ConsumerState state() {
        List<ConsumerState.PartitionState> now = partitions;
        long lag = now.stream().mapToLong(ConsumerState.PartitionState::lag).sum();
        return new ConsumerState(projection.name(), isLeading(), lag, now, lastError());
    }

    private double lag(String topic) {
        return partitions.stream()
                .filter(partition -> partition.topic().equals(topic))
                .mapToLong(ConsumerState.PartitionState::lag)
                .sum();
    }

    /**
     * Forgets everything, so that all events are applied anew; whichever instance works notices. Returns when all is
     * forgotten, not when all is applied.
     */
    public void rebuild() throws SQLException {
        try (Connection connection = connect("rebuild")) {
            connection.setNetworkTimeout(Runnable::run, (int) FORGET_LIMIT.toMillis());
            connection.setAutoCommit(false);
            Positions.lock(connection, projection.name());
            Positions.forget(connection, projection.name());
            DeadLetters.forget(connection, projection.name());
            projection.reset(connection);
            connection.commit();
        }
        lookNow = true;
    }

    @Override
    protected void work(Connection connection) throws Exception {
        connection.setAutoCommit(false);
        try (KafkaConsumer<byte[], byte[]> consumer = kafkaConsumer()) {
            Progress progress = new Progress(consumer, connection);
            progress.look();
            while (!isStopped()) {
                if (consumer.assignment().isEmpty()) {
                    pause(POLL);
                } else {
                    progress.apply(consumer.poll(POLL));
                    progress.observe();
                    progress.tellIfCaughtUp();
                }
                succeeded();
                if (progress.shouldLook()) {
                    progress.look();
                }
            }
        } finally {
            partitions = List.of();
        }
    }

    /** Where this consumer is, from when it begins to lead until it stops or something fails. */
    private final class Progress {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Connection connection;
        private Map<TopicPartition, Long> positions = Map.of();
        private long looked;
        private boolean complete;
        private long inOneGo;

        Progress(KafkaConsumer<byte[], byte[]> consumer, Connection connection) {
            this.consumer = consumer;
            this.connection = connection;
        }

        boolean shouldLook() {
            Duration interval = complete ? LOOK_AGAIN : LOOK_AGAIN_IF_INCOMPLETE;
            return lookNow || System.nanoTime() - looked > interval.toNanos();
        }

        /** Takes every partition that there is by now, and goes on where the database says. */
        void look() throws SQLException {
            lookNow = false;
            Map<String, List<PartitionInfo>> topics = consumer.listTopics();
            Set<TopicPartition> found = new HashSet<>();
            complete = true;
            for (String topic : projection.topics()) {
                complete &= topics.containsKey(topic);
                topics.getOrDefault(topic, List.of())
                        .forEach(partition -> found.add(new TopicPartition(topic, partition.partition())));
            }
            Map<TopicPartition, Long> stored = Positions.lock(connection, projection.name());
            connection.commit();
            if (!found.equals(consumer.assignment())) {
                consumer.assign(found);
                goOnAt(stored);
            } else if (!stored.equals(positions)) {
                goOnAt(stored);
            }
            looked = System.nanoTime();
        }

        private void goOnAt(Map<TopicPartition, Long> stored) {
            for (TopicPartition partition : consumer.assignment()) {
                Long position = stored.get(partition);
                if (position == null) {
                    consumer.seekToBeginning(List.of(partition));
                } else {
                    consumer.seek(partition, position);
                }
            }
            positions = stored;
        }

        void apply(ConsumerRecords<byte[], byte[]> records) throws SQLException {
            if (records.isEmpty()) {
                return;
            }
            Map<TopicPartition, Long> stored = Positions.lock(connection, projection.name());
            if (!stored.equals(positions)) {
                // forgotten meanwhile, to be rebuilt: what was fetched is of the time before
                connection.rollback();
                goOnAt(stored);
                return;
            }
            Map<TopicPartition, Long> next = new HashMap<>();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
            int buried = batches.apply(connection, records);
            Positions.write(connection, projection.name(), next);
            connection.commit();
            Map<TopicPartition, Long> after = new HashMap<>(positions);
            after.putAll(next);
            positions = after;
            inOneGo += records.count();
            applied.increment(records.count() - buried);
            dead.increment(buried);
        }

        void observe() {
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

        void tellIfCaughtUp() throws SQLException {
            if (partitions.stream().allMatch(partition -> partition.lag() == 0)) {
                if (inOneGo >= A_LOT) {
                    projection.caughtUp(connection);
                    connection.commit();
                }
                inOneGo = 0;
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> kafkaConsumer() {
        return new KafkaConsumer<>(
                Map.ofEntries(
                        Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                        Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                        Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                        Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                        Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000),
                        Map.entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500),
                        Map.entry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
                        Map.entry(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
