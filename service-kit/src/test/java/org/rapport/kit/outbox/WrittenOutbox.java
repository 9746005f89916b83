package org.rapport.kit.outbox;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.rapport.kit.testing.ServiceDatabase;
import org.rapport.kit.testing.TestStack;

/** An outbox in a database of its own, with a topic of its own and as many relays as a test wants. */
final class WrittenOutbox implements AutoCloseable {

    static final String TYPE = "org.rapport.thing.changed.v1";
    static final String SOURCE = "/things-service";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServiceDatabase database;
    private final String name;
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();

    private WrittenOutbox(ServiceDatabase database, String name) {
        this.database = database;
        this.name = name;
    }

    static WrittenOutbox create(String name) throws SQLException {
        return new WrittenOutbox(ServiceDatabase.create(name), name);
    }

    ServiceDatabase database() {
        return database;
    }

    String topic() {
        return "test." + name;
    }

    /** How rows of this outbox name their source; of its own, since a source has one producer. */
    String source() {
        return name.equals("relay_cloudevents") ? SOURCE : "/" + name;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    List<OutboxRelay> relays() {
        return relays;
    }

    OutboxRelay relay() {
        return relay(2_000);
    }

    OutboxRelay relay(int batchSize) {
        OutboxConfig config = new SmallRyeConfigBuilder()
                .withMapping(OutboxConfig.class)
                .withDefaultValue("rapport.outbox.topic", topic())
                .withDefaultValue("rapport.outbox.batch-size", Integer.toString(batchSize))
                .build()
                .getConfigMapping(OutboxConfig.class);
        OutboxRelay relay = new OutboxRelay(
                database.dedicated(), config, source(), TestStack.get().bootstrapServers(), acknowledged::addAndGet);
        relays.add(relay);
        return relay;
    }

    List<UUID> aggregates(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    static String data(UUID aggregate, long version) {
        return "{\"id\":\"" + aggregate + "\",\"number\":" + version + "}";
    }

    /** One state of each of the aggregates, in a transaction of its own. */
    void write(Collection<UUID> aggregates, long version) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            insert(connection, aggregates, version);
            connection.commit();
        }
    }

    static void insert(Connection connection, Collection<UUID> aggregates, long version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into outbox (aggregate_id, type, version, data) values (?, ?, ?, ?)")) {
            for (UUID aggregate : aggregates) {
                statement.setObject(1, aggregate);
                statement.setString(2, TYPE);
                statement.setLong(3, version);
                statement.setString(4, data(aggregate, version));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    long waiting() {
        return database.number("select count(*) from outbox");
    }

    void awaitEmpty() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::waiting, equalTo(0L));
    }

    void awaitPublished(long count) {
        await().atMost(PATIENCE).untilAtomic(acknowledged, equalTo(count));
    }

    /** The versions that were published of each aggregate, as a consumer of committed records sees them. */
    Map<String, List<Long>> publishedVersions() {
        Map<String, List<Long>> versions = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : TestStack.get().records(topic())) {
            String version =
                    new String(record.headers().lastHeader("ce_version").value(), StandardCharsets.UTF_8);
            versions.computeIfAbsent(new String(record.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
                    .add(Long.valueOf(version));
        }
        return versions;
    }

    @Override
    public void close() {
        relays.forEach(OutboxRelay::stop);
    }
}
