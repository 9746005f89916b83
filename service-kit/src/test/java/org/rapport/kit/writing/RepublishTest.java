package org.rapport.kit.writing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.TestStack;
import org.rapport.kit.testing.Tokens;
import org.rapport.kit.thing.Thing;
import org.rapport.kit.thing.ThingRequest;
import org.rapport.kit.thing.ThingWriter;

/** Everything once more, for consumers that start from nothing. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RepublishTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    EntityManager entityManager;

    @Inject
    ThingWriter writer;

    @Test
    void publishesThePresentStateOfAllAlsoOfThoseThatKafkaNeverHeardOf() {
        List<UUID> unheard = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 1_100; i++) {
                Thing thing = new Thing(Uuids.next(), "thing " + i);
                entityManager.persist(thing);
                unheard.add(thing.id());
            }
        });

        republish("?kind=thing", 202);

        await().atMost(PATIENCE).ignoreExceptions().until(() -> published()
                .keySet()
                .containsAll(unheard.stream().map(UUID::toString).toList()));
        assertThat(published().get(unheard.get(0).toString()), contains("org.rapport.thing.changed.v1 0"));
        given().auth()
                .oauth2(Tokens.of("admin"))
                .when()
                .get("/v1/audit?aggregateId=" + unheard.get(0))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void neverPutsAnOlderStateBehindANewerOneThatIsBeingWritten() throws Exception {
        UUID id = QuarkusTransaction.requiringNew()
                .call(() -> writer.create(new ThingRequest("first")).id());
        try (Connection busy = TestStack.get().database();
                PreparedStatement change = busy.prepareStatement("update thing set version = 1 where id = ?");
                PreparedStatement event = busy.prepareStatement("insert into outbox (aggregate_id, type, version, data)"
                        + " values (?, 'org.rapport.thing.changed.v1', 1, '{}')")) {
            busy.setAutoCommit(false);
            change.setObject(1, id);
            change.executeUpdate();
            event.setObject(1, id);
            event.executeUpdate();

            republish("", 202);
            await().atMost(PATIENCE).until(RepublishTest::waitsForALock);
            republish("", 409);

            busy.commit();
        }

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> published().get(id.toString()),
                        equalTo(List.of(
                                "org.rapport.thing.created.v1 0",
                                "org.rapport.thing.changed.v1 1",
                                "org.rapport.thing.changed.v1 1")));
    }

    @Test
    void isForOperatorsAndKindsThatAreOwnedHere() {
        republish("?kind=need", 400);
        given().auth()
                .oauth2(Tokens.of("admin", "organiser", "service"))
                .when()
                .post("/v1/outbox/republish")
                .then()
                .statusCode(403);
    }

    private static void republish(String query, int expected) {
        given().auth()
                .oauth2(Tokens.of("operator"))
                .when()
                .post("/v1/outbox/republish" + query)
                .then()
                .statusCode(expected);
    }

    private static boolean waitsForALock() throws Exception {
        try (Connection connection = TestStack.get().database();
                PreparedStatement statement = connection.prepareStatement(
                        "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%thing%'")) {
            return statement.executeQuery().next();
        }
    }

    private static Map<String, List<String>> published() {
        Map<String, List<String>> published = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> event : TestStack.get().records("rapport.things.v1")) {
            published
                    .computeIfAbsent(new String(event.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
                    .add(header(event, "ce_type") + " " + header(event, "ce_version"));
        }
        return published;
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
