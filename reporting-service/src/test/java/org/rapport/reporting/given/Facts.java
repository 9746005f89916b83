package org.rapport.reporting.given;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.rapport.kit.testing.TestStack;

/** Puts domain events on Kafka as the owning services do, and waits for the service to have applied them. */
public final class Facts {

    private static final List<String> TOPICS =
            List.of("rapport.participants.v1", "rapport.events.v1", "rapport.exchanges.v1");
    private static final int PARTITIONS = 6;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Facts() {}

    /** These and nothing else are what the service knows when this returns. */
    public static void areOnly(Collection<DomainEvent> events) {
        forgetAll();
        publish(events);
        awaitApplied();
        // as the server does by itself within a minute: until then its planner believes what was true of what is gone
        execute("analyze");
    }

    /** The same in an order that only the seed knows, every third one twice. */
    public static List<DomainEvent> shuffled(List<DomainEvent> events, long seed) {
        List<DomainEvent> mixed = Stream.concat(
                        events.stream(),
                        IntStream.range(0, events.size())
                                .filter(i -> i % 3 == 0)
                                .mapToObj(events::get))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        java.util.Collections.shuffle(mixed, new Random(seed));
        return mixed;
    }

    public static void publish(Collection<DomainEvent> events) {
        send(events.stream().map(Facts::record).toList());
    }

    /** Sends records as they are. */
    public static void send(Collection<ProducerRecord<byte[], byte[]>> records) {
        createTopics();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestStack.get().bootstrapServers(), "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    /** The record that an owner would send. */
    public static ProducerRecord<byte[], byte[]> record(DomainEvent event) {
        byte[] key = event.id().toString().getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(event.topic(), key, event.json().getBytes(UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/" + event.owner() + "-service",
                        "ce_type", event.type(),
                        "ce_subject", event.id().toString(),
                        "ce_time", Instant.now().toString(),
                        "ce_version", Long.toString(event.version()),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    /** What follows an erasure later, so that compaction can drop the key. */
    public static ProducerRecord<byte[], byte[]> tombstone(DomainEvent erasure) {
        ProducerRecord<byte[], byte[]> record = record(erasure);
        return new ProducerRecord<>(record.topic(), null, record.key(), null, record.headers());
    }

    /** Returns when everything that is on Kafka now has been applied or put aside. */
    public static void awaitApplied() {
        Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> {
            Map<TopicPartition, Long> applied = positions();
            return ends.entrySet().stream()
                    .allMatch(end -> end.getValue() == 0 || applied.getOrDefault(end.getKey(), 0L) >= end.getValue());
        });
    }

    /** Empties Kafka and the read model. */
    public static void forgetAll() {
        createTopics();
        awaitApplied();
        try (Admin admin = admin()) {
            admin.deleteRecords(offsets(OffsetSpec.latest()).entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue()))))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        execute("do $$ declare t text; begin for t in select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'"
                + " and table_name not in ('flyway_schema_history', 'consumer_position')"
                + " loop execute 'delete from ' || t; end loop; end $$");
    }

    /** Runs a statement in the service's database. */
    public static void execute(String sql) {
        try (Connection connection = TestStack.get().database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<TopicPartition, Long> positions() throws SQLException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (Connection connection = TestStack.get().database();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select topic, partition, next_offset from consumer_position")) {
            while (rows.next()) {
                positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return positions;
    }

    private static Map<TopicPartition, Long> offsets(OffsetSpec spec) {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> asked = TOPICS.stream()
                    .flatMap(topic -> IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(topic, i)))
                    .collect(Collectors.toMap(Function.identity(), partition -> spec));
            return admin.listOffsets(asked).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a policy that lets tests delete records, too. */
    private static void createTopics() {
        try (Admin admin = admin()) {
            if (!admin.listTopics().names().get().containsAll(TOPICS)) {
                admin.createTopics(TOPICS.stream()
                                .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1)
                                        .configs(Map.of("cleanup.policy", "compact,delete")))
                                .toList())
                        .all()
                        .get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", TestStack.get().bootstrapServers()));
    }
}
