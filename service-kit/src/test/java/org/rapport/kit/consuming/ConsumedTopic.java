package org.rapport.kit.consuming;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.rapport.kit.json.StrictJson;
import org.rapport.kit.testing.ServiceDatabase;
import org.rapport.kit.testing.TestStack;

/** A topic, a database, and as many consumers between them as a test wants. */
final class ConsumedTopic implements AutoCloseable {

    static final String TYPE = "org.rapport.thing.changed.v1";

    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String topic;
    private final ServiceDatabase database;
    private final List<EventConsumer> consumers = new ArrayList<>();
    private MeterRegistry meters;
    private final Producer<byte[], byte[]> producer;

    private ConsumedTopic(String topic, ServiceDatabase database) {
        this.topic = topic;
        this.database = database;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        TestStack.get().bootstrapServers(),
                        // a topic just made may refuse the first batch and take the second: one at a time
                        "max.in.flight.requests.per.connection",
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static ConsumedTopic create(String name) throws Exception {
        ServiceDatabase database = ServiceDatabase.create(name, Tally.TABLE);
        ConsumedTopic topic = new ConsumedTopic("test." + name, database);
        topic.createTopic(topic.topic);
        return topic;
    }

    void createTopic(String name) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestStack.get().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    String topic() {
        return topic;
    }

    ServiceDatabase database() {
        return database;
    }

    /** The meters of the consumer that was started last. */
    MeterRegistry meters() {
        return meters;
    }

    EventConsumer start(Projection projection) {
        ObjectMapper mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        meters = new SimpleMeterRegistry();
        EventConsumer consumer = new EventConsumer(
                projection, database.dedicated(), TestStack.get().bootstrapServers(), mapper, meters);
        consumers.add(consumer);
        consumer.start();
        return consumer;
    }

    /** A well-formed event, to be spoilt if a test wants. */
    static ProducerRecord<byte[], byte[]> event(String topic, UUID subject, long version, String note) {
        String data = "{\"id\":\"" + subject + "\",\"note\":\"" + note + "\"}";
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(subject.toString()), bytes(data));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", subject + "-" + version);
        header(record, "ce_source", "/things-service");
        header(record, "ce_type", TYPE);
        header(record, "ce_subject", subject.toString());
        header(record, "ce_version", Long.toString(version));
        return record;
    }

    static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().remove(name).add(name, bytes(value));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends as many events of different subjects. */
    List<UUID> send(int count) {
        List<UUID> subjects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID subject = UUID.randomUUID();
            subjects.add(subject);
            producer.send(event(topic, subject, 0, "none"));
        }
        producer.flush();
        return subjects;
    }

    void send(Collection<ProducerRecord<byte[], byte[]>> records) {
        records.forEach(producer::send);
        producer.flush();
    }

    void awaitTallied(long events) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> database.number("select coalesce(sum(times), 0) from tally"), equalTo(events));
    }

    void awaitDeadLetters(long count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> database.number("select count(*) from dead_letter"), equalTo(count));
    }

    /** Whether each subject was applied, and none of them twice. */
    boolean eachOnce(long subjects) {
        return database.number("select count(*) from tally") == subjects
                && database.number("select count(*) from tally where times <> 1") == 0;
    }

    @Override
    public void close() {
        consumers.forEach(EventConsumer::stop);
        producer.close(Duration.ZERO);
    }
}
