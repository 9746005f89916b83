package org.rapport.kit.outbox;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.TestStack;
import org.rapport.kit.thing.Thing;

/** Events leave with the state that they tell of, or not at all. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OutboxTest {

    private static final String TOPIC = "rapport.things.v1";
    private static final String CREATED = "org.rapport.thing.created.v1";
    private static final String CHANGED = "org.rapport.thing.changed.v1";

    @Inject
    EntityManager entityManager;

    @Inject
    Outbox outbox;

    @Test
    void publishesTheStateThatWasCommittedWithItsVersion() {
        UUID id = create("first name");

        QuarkusTransaction.requiringNew().run(() -> {
            Thing thing = entityManager.find(Thing.class, id);
            thing.rename("second name");
            outbox.publish(CHANGED, thing);
        });

        List<ConsumerRecord<byte[], byte[]>> records = awaitRecords(id, 2);
        assertThat(header(records.get(0), "ce_type"), equalTo(CREATED));
        assertThat(header(records.get(0), "ce_version"), equalTo("0"));
        assertThat(header(records.get(1), "ce_type"), equalTo(CHANGED));
        assertThat(header(records.get(1), "ce_version"), equalTo("1"));
        assertThat(header(records.get(1), "ce_source"), equalTo("/things-service"));
        assertThat(
                "what is absent is left out",
                new String(records.get(1).value(), StandardCharsets.UTF_8),
                equalTo("{\"id\":\"" + id + "\",\"name\":\"second name\"}"));
    }

    @Test
    void publishesNothingOfATransactionThatWasRolledBack() {
        UUID undone = Uuids.next();
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    Thing thing = new Thing(undone, "undone");
                    entityManager.persist(thing);
                    outbox.publish(CREATED, thing);
                    throw new IllegalStateException("something went wrong afterwards");
                }));

        awaitRecords(create("a later one"), 1);

        assertThat(recordsOf(undone), empty());
    }

    @Test
    void leavesOfWhatIsErasedAnEventWithoutAttributesAndThenATombstone() throws Exception {
        UUID id = create("somebody");
        awaitRecords(id, 1);

        QuarkusTransaction.requiringNew().run(() -> {
            Thing thing = entityManager.find(Thing.class, id);
            thing.rename("never published");
            outbox.publish(CHANGED, thing);
            outbox.publishErased("thing", id, Map.of(id, thing.version() + 1));
        });

        ConsumerRecord<byte[], byte[]> erased = awaitRecords(id, 2).get(1);
        assertThat(header(erased, "ce_type"), equalTo("org.rapport.thing.erased.v1"));
        assertThat(header(erased, "ce_version"), equalTo("2"));
        assertThat(
                new String(erased.value(), StandardCharsets.UTF_8),
                equalTo("{\"id\":\"" + id + "\",\"status\":\"ERASED\"}"));
        assertThat(pendingTombstones(id), equalTo(1L));

        makeTombstonesDue(id);

        ConsumerRecord<byte[], byte[]> tombstone = awaitRecords(id, 3).get(2);
        assertThat(header(tombstone, "ce_type"), equalTo("org.rapport.thing.erased.v1"));
        assertThat(header(tombstone, "ce_version"), equalTo("2"));
        assertThat(tombstone.value(), nullValue());
        assertThat(pendingTombstones(id), equalTo(0L));
    }

    private long pendingTombstones(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> outbox.pendingTombstones(id));
    }

    private static void makeTombstonesDue(UUID id) throws SQLException {
        try (Connection connection = TestStack.get().database();
                PreparedStatement update =
                        connection.prepareStatement("update tombstone set due_at = now() where aggregate_id = ?")) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }

    @Test
    void publishesManyWithOneCall() {
        List<Thing> things = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 1_200; i++) {
                Thing thing = new Thing(Uuids.next(), "thing " + i);
                entityManager.persist(thing);
                things.add(thing);
            }
            outbox.publish(CREATED, things);
        });

        Set<String> expected = new HashSet<>();
        things.forEach(thing -> expected.add(thing.id().toString()));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Set<String> published = new HashSet<>();
            TestStack.get().records(TOPIC).forEach(published1 -> published.add(key(published1)));
            return published.containsAll(expected);
        });
    }

    @Test
    void refusesAStateThatIsTooLargeForTheBrokerBeforeItCouldBlockTheRelay() {
        UUID id = Uuids.next();
        HttpProblem problem = assertThrows(
                HttpProblem.class, () -> QuarkusTransaction.requiringNew().run(() -> {
                    Thing thing = new Thing(id, "x".repeat(1_000_000));
                    entityManager.persist(thing);
                    outbox.publish(CREATED, thing);
                }));

        assertThat(problem.getStatusCode(), equalTo(413));
        awaitRecords(create("a later one"), 1);
        assertThat(recordsOf(id), empty());
    }

    private UUID create(String name) {
        UUID id = Uuids.next();
        QuarkusTransaction.requiringNew().run(() -> {
            Thing thing = new Thing(id, name);
            entityManager.persist(thing);
            outbox.publish(CREATED, thing);
        });
        return id;
    }

    private static List<ConsumerRecord<byte[], byte[]>> awaitRecords(UUID id, int count) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> recordsOf(id).size(), equalTo(count));
        return recordsOf(id);
    }

    private static List<ConsumerRecord<byte[], byte[]>> recordsOf(UUID id) {
        return TestStack.get().records(TOPIC).stream()
                .filter(published -> key(published).equals(id.toString()))
                .toList();
    }

    private static String key(ConsumerRecord<byte[], byte[]> published) {
        return new String(published.key(), StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<byte[], byte[]> published, String name) {
        return new String(published.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
