package org.rapport.participants.rights;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.TestStack;
import org.rapport.kit.testing.Tokens;
import org.rapport.participants.People;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ErasureTest {

    private static final String TOPIC = "rapport.participants.v1";

    /** Somebody whose name is nobody else's. */
    private static UUID somebody(String name) {
        return Api.create("/v1/participants", """
                {"givenName": "%1$s", "familyName": "Quispe", "email": "%1$s@example.org", "country": "PE",
                "language": "es", "affiliations": [{"organisationId": "%2$s", "role": "%1$s"}],
                "consents": [{"purpose": "RESEARCH", "textVersion": "2025-1", "givenAt": "2026-01-15T10:00:00Z"}]}""".formatted(name, People.organisation()));
    }

    private static void erase(UUID participant) {
        Api.as(Tokens.of("admin"))
                .when()
                .delete("/v1/participants/" + participant)
                .then()
                .statusCode(204);
    }

    @Test
    void nothingInTheDatabaseIsAboutThemAfterwards() throws Exception {
        String name = "n" + UUID.randomUUID();
        UUID id = somebody(name);
        UUID need = Api.create("/v1/needs", People.need(id, People.topic()).replace("Rosa", name));
        UUID offer = Api.create("/v1/offers", """
                {"participantId": "%s", "topic": "%s", "description": "Advice of %s"}""".formatted(id, People.topic(), name));
        assertThat(tablesThatHold(name), hasItem("need"));

        erase(id);

        assertThat(tablesThatHold(name), empty());
        Api.asOrganiser().when().get("/v1/participants/" + id).then().statusCode(404);
        Api.asOrganiser().when().get("/v1/needs/" + need).then().statusCode(404);
        Api.asOrganiser().when().get("/v1/offers/" + offer).then().statusCode(404);
        for (UUID gone : List.of(id, need, offer)) {
            ConsumerRecord<byte[], byte[]> last = last(gone);
            assertThat(
                    new String(last.value(), StandardCharsets.UTF_8),
                    equalTo("{\"id\":\"" + gone + "\",\"status\":\"ERASED\"}"));
        }
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void theIdOfWhoWasErasedIsGoodForNothing() {
        UUID id = somebody("n" + UUID.randomUUID());
        UUID other = People.participant();
        erase(id);

        Api.patch("/v1/participants/" + id, "\"1\"", "{\"country\": \"CO\"}").statusCode(404);
        Api.post("/v1/needs", People.need(id, People.topic()))
                .statusCode(422)
                .body("errors.code", contains("PARTICIPANT_UNKNOWN"));
        Api.importCsv("participants", "s", "id,given_name,family_name\n" + id + ",Rosa,Quispe\n")
                .body("rejected", equalTo(1))
                .body("errors.code", contains("PARTICIPANT_ERASED"));
        Api.importCsv(
                        "needs",
                        "s",
                        "id,participant,topic,declared_at\nN1," + id + "," + People.topic() + ",2026-01-01\n")
                .body("errors.code", contains("PARTICIPANT_UNKNOWN"));
        Api.as(Tokens.participant(id))
                .when()
                .get("/v1/participants/" + id)
                .then()
                .statusCode(404);
        Api.as(Tokens.participant(id)).when().get("/v1/participants").then().body("items", empty());
        Api.as(Tokens.of("admin"))
                .when()
                .delete("/v1/participants/" + id)
                .then()
                .statusCode(404);
        Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/participants/" + id + "/export")
                .then()
                .statusCode(404);
        Api.asOrganiser().when().get("/v1/participants").then().body("items.status", everyItem(equalTo("ACTIVE")));
        Api.asOrganiser().when().get("/v1/participants/" + other).then().statusCode(200);
    }

    @Test
    void aRequestSentAgainAfterwardsNeitherAnswersWithThemNorCreatesThemAgain() {
        String person = "{\"givenName\": \"Rosa\", \"familyName\": \"Quispe\"}";
        String key = UUID.randomUUID().toString();
        String id = Api.asOrganiser()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(person)
                .when()
                .post("/v1/participants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        erase(UUID.fromString(id));
        Api.asOrganiser()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(person)
                .when()
                .post("/v1/participants")
                .then()
                .statusCode(404);
    }

    @Test
    void theirEMailAddressIsFreeAgain() {
        String name = "n" + UUID.randomUUID();
        erase(somebody(name));
        somebody(name);
    }

    @Test
    void peopleMayEraseThemselvesAndNobodyElseButAdminsMay() {
        UUID self = People.participant();
        UUID other = People.participant();
        Api.asOrganiser().when().delete("/v1/participants/" + self).then().statusCode(403);
        Api.as(Tokens.of("organiser", "participant"))
                .when()
                .delete("/v1/participants/" + self)
                .then()
                .statusCode(403);
        Api.as(Tokens.participant(other))
                .when()
                .delete("/v1/participants/" + self)
                .then()
                .statusCode(404);
        Api.as(Tokens.participant(self))
                .when()
                .delete("/v1/participants/" + self)
                .then()
                .statusCode(204);
        Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/participants/" + self + "/erasure")
                .then()
                .statusCode(200)
                .body("erasedBy", equalTo("participant"));
    }

    @Test
    void theCertificateSaysWhatWasDoneWhereAndWhatCouldNotBeAsked() {
        UUID id = People.participant();
        People.needOf(id);
        People.needOf(id);
        Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/participants/" + id + "/erasure")
                .then()
                .statusCode(404);
        erase(id);
        Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/participants/" + id + "/erasure")
                .then()
                .statusCode(200)
                .body("participantIds", contains(id.toString()))
                .body("reason", equalTo("REQUEST"))
                .body("erasedBy", not(equalTo("participant")))
                .body("complete", is(false))
                .body("services.service", contains("participants", "events", "exchanges", "reporting"))
                .body("services[0].reached", is(true))
                .body("services[0].erased.participants", equalTo(1))
                .body("services[0].erased.needs", equalTo(2))
                .body("services[0].erased.offers", equalTo(0))
                .body("services[0].pendingTombstones", equalTo(3))
                .body("services[1].reached", is(false));
        Api.asOrganiser()
                .when()
                .get("/v1/participants/" + id + "/erasure")
                .then()
                .statusCode(403);
    }

    @Test
    void theExportHoldsEverythingAndSaysWhatCouldNotBeAsked() {
        String name = "n" + UUID.randomUUID();
        UUID id = somebody(name);
        UUID need = People.needOf(id);
        People.needOf(People.participant());
        for (String token : List.of(Tokens.of("admin"), Tokens.participant(id))) {
            Api.as(token)
                    .when()
                    .get("/v1/participants/" + id + "/export")
                    .then()
                    .statusCode(200)
                    .body("participantId", equalTo(id.toString()))
                    .body("complete", is(false))
                    .body("services[0].data.participants[0].givenName", equalTo(name))
                    .body("services[0].data.needs.id", contains(need.toString()))
                    .body("services[0].data.offers", empty())
                    .body("services[0].data.consents.textVersion", contains("2025-1"))
                    .body("services[0].data.audit.action", contains("registered"))
                    .body("services[1].reached", is(false))
                    .body("services[1].failure.length()", greaterThan(0));
        }
        Api.as(Tokens.participant(People.participant()))
                .when()
                .get("/v1/participants/" + id + "/export")
                .then()
                .statusCode(404);
    }

    @Test
    void anOfferThatIsBeingMadeMeanwhileGoesToo() throws Exception {
        UUID id = People.participant();
        UUID late = Uuids.next();
        String topic = People.topic();
        CompletableFuture<Integer> erasure;
        try (Connection connection = TestStack.get().database()) {
            connection.setAutoCommit(false);
            execute(connection, "select from participant where id = '" + id + "' for key share");

            erasure = CompletableFuture.supplyAsync(() -> Api.as(Tokens.of("admin"))
                    .when()
                    .delete("/v1/participants/" + id)
                    .statusCode());

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(ErasureTest::somebodyWaits);
            execute(
                    connection,
                    "insert into offer (id, version, created_at, updated_at, participant_id, topic) values ('" + late
                            + "', 0, now(), now(), '" + id + "', '" + topic + "')");
            connection.commit();
        }
        assertThat(erasure.get(), equalTo(204));
        Api.asOrganiser().when().get("/v1/offers/" + late).then().statusCode(404);
    }

    private static ConsumerRecord<byte[], byte[]> last(UUID aggregate) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> TestStack.get().records(TOPIC).stream()
                .anyMatch(record -> isOf(aggregate, record)
                        && PublishedEvents.header(record, "ce_type").endsWith(".erased.v1")));
        List<ConsumerRecord<byte[], byte[]>> records = TestStack.get().records(TOPIC).stream()
                .filter(record -> isOf(aggregate, record))
                .toList();
        return records.get(records.size() - 1);
    }

    private static boolean isOf(UUID aggregate, ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8).equals(aggregate.toString());
    }

    private static boolean somebodyWaits() throws SQLException {
        try (Connection connection = TestStack.get().database();
                PreparedStatement statement = connection.prepareStatement(
                        "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%for update%'");
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    private static List<String> tablesThatHold(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestStack.get().database();
                PreparedStatement tables = connection.prepareStatement(
                        "select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_type = 'BASE TABLE'");
                ResultSet table = tables.executeQuery()) {
            while (table.next()) {
                String name = table.getString(1);
                try (PreparedStatement search = connection.prepareStatement(
                        "select from " + name + " held where to_jsonb(held)::text like ? limit 1")) {
                    search.setString(1, "%" + text + "%");
                    try (ResultSet row = search.executeQuery()) {
                        if (row.next()) {
                            found.add(name);
                        }
                    }
                }
            }
        }
        return found;
    }
}
