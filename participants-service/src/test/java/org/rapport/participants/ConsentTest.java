package org.rapport.participants;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Consents given and withdrawn, by whom and when, and what is never lost of it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ConsentTest {

    private static final String TOPIC = "rapport.participants.v1";
    private static final String GIVEN = """
            {"purpose": "RESEARCH", "textVersion": "2025-1", "givenAt": "2026-01-15T10:00:00Z"}""";
    private static final String WITHDRAWN = """
            {"purpose": "RESEARCH", "withdrawnAt": "2026-04-02T08:30:00Z"}""";

    private UUID id;

    @BeforeEach
    void somebody() {
        id = Api.create("/v1/participants", "{\"givenName\": \"Rosa\", \"familyName\": \"Quispe\"}");
    }

    @Test
    void theHistoryTellsWhatWasGivenAndWithdrawnAndWhoRecordedIt() {
        say(GIVEN).statusCode(201).header("ETag", "\"1\"").header("Location", endsWith("/v1/participants/" + id));
        Api.as(Tokens.participant(id))
                .contentType("application/json")
                .body(WITHDRAWN)
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201)
                .body("withdrawalRecordedBy", endsWith("#participant"));
        say(GIVEN.replace("2025-1", "2026-1").replace("2026-01-15", "2026-05-01"))
                .statusCode(201);

        history()
                .body("items.purpose", everyItem(is("RESEARCH")))
                .body("items.textVersion", contains("2025-1", "2026-1"))
                .body("items.givenAt", contains("2026-01-15T10:00:00Z", "2026-05-01T10:00:00Z"))
                .body("items.recordedBy", everyItem(endsWith("#somebody")))
                .body("items.recordedAt", everyItem(notNullValue()))
                .body("items.withdrawnAt", contains("2026-04-02T08:30:00Z", null))
                .body("items.withdrawalRecordedBy", contains(endsWith("#participant"), nullValue()))
                .body("items.withdrawalRecordedAt", contains(notNullValue(), nullValue()))
                .body("next", nullValue());
        participant()
                .body("consents.textVersion", contains("2025-1", "2026-1"))
                .body("consents.withdrawnAt", contains("2026-04-02T08:30:00Z", null));
    }

    @Test
    void aWithdrawalIsOfAllTextsThatWereAgreedToBefore() {
        say(GIVEN).statusCode(201);
        say(GIVEN.replace("2025-1", "2026-1").replace("01-15", "03-01")).statusCode(201);
        say(WITHDRAWN).statusCode(201).body("textVersion", equalTo("2026-1"));
        say(GIVEN.replace("2025-1", "2024-1").replace("01-15", "01-10")).statusCode(201);

        participant().body("consents.withdrawnAt", equalTo(Collections.nCopies(3, "2026-04-02T08:30:00Z")));
    }

    @Test
    void aWithdrawalLeavesForTheOtherServicesAtOnce() throws IOException {
        say(GIVEN).statusCode(201);
        say(WITHDRAWN).statusCode(201);

        List<ConsumerRecord<byte[], byte[]>> events = PublishedEvents.await(TOPIC, id, 3);

        JsonNode consents = PublishedEvents.data(events.get(2)).path("consents");
        assertThat(consents.size(), is(1));
        assertThat(consents.at("/0/withdrawnAt").asText(), is("2026-04-02T08:30:00Z"));
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void whatIsWithdrawnTwiceOrGivenTwiceIsOnRecordOnce() {
        say(GIVEN).statusCode(201);
        say(GIVEN).statusCode(200).header("ETag", "\"1\"");
        say(WITHDRAWN).statusCode(201);
        say(WITHDRAWN.replace("04-02", "04-09"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("withdrawnAt", equalTo("2026-04-02T08:30:00Z"));

        history().body("items", hasSize(1));
        PublishedEvents.await(TOPIC, id, 3);
    }

    @Test
    void ofManyWithdrawalsAtOnceOneIsRecordedAndNoneFails() {
        say(GIVEN).statusCode(201);

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> say(WITHDRAWN).extract().statusCode())
                .toList();

        assertThat(statuses.stream().filter(status -> status == 201).toList(), hasSize(1));
        assertThat(statuses.stream().filter(status -> status == 200).toList(), hasSize(7));
        history().body("items", hasSize(1));
    }

    @Test
    void whatWasNeverGivenCannotBeWithdrawn() {
        say(WITHDRAWN).statusCode(409).body("code", equalTo("CONSENT_NOT_GIVEN"));
        say(GIVEN).statusCode(201);
        say(WITHDRAWN.replace("2026-04", "2025-04")).statusCode(409);
        say(WITHDRAWN.replace("RESEARCH", "CONTACT")).statusCode(409);
        history().body("items", hasSize(1));
    }

    @Test
    void neitherAPatchNorAFileBringsBackWhatWasWithdrawn() {
        String source = "s" + UUID.randomUUID();
        String csv = "id,given_name,family_name,research_consent_at\nP1,Rosa,Quispe,2026-01-15\n";
        Api.importCsv("participants", source, csv).body("created", equalTo(1));
        UUID imported = Uuids.imported(source, "participants", "P1");
        say(imported, WITHDRAWN).statusCode(201);

        Api.importCsv("participants", source, csv).body("unchanged", equalTo(1));
        Api.importCsv("participants", source, csv.replace("2026-01-15", "2026-02-20"))
                .body("updated", equalTo(1));
        Api.patch("/v1/participants/" + imported, "\"2\"", "{\"consents\": []}").statusCode(200);

        participant(imported)
                .body("consents.givenAt", contains("2026-01-15T00:00:00Z", "2026-02-20T00:00:00Z"))
                .body("consents.withdrawnAt", everyItem(is("2026-04-02T08:30:00Z")));
        Api.importCsv("participants", source, csv.replace("2026-01-15", "2026-06-01"))
                .body("updated", equalTo(1));
        participant(imported).body("consents.withdrawnAt", hasItem(equalTo(null)));
    }

    @Test
    void aClockThatIsAheadDoesNotPostponeAWithdrawal() {
        say(GIVEN).statusCode(201);
        Instant ahead = Instant.now().plus(Duration.ofHours(10));

        String effective = say(WITHDRAWN.replace("2026-04-02T08:30:00Z", ahead.toString()))
                .statusCode(201)
                .extract()
                .path("withdrawnAt");

        assertThat(Instant.parse(effective), lessThan(ahead.minus(Duration.ofHours(9))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | PURPOSE_REQUIRED",
                "{'purpose': 'RESEARCH'} | GIVEN_OR_WITHDRAWN",
                "{'purpose': 'RESEARCH', 'textVersion': '1', 'givenAt': '2026-01-01T00:00:00Z',"
                        + " 'withdrawnAt': '2026-02-01T00:00:00Z'} | GIVEN_OR_WITHDRAWN",
                "{'purpose': 'RESEARCH', 'givenAt': '2026-01-01T00:00:00Z'} | TEXT_VERSION_REQUIRED",
                "{'purpose': 'RESEARCH', 'textVersion': '1', 'withdrawnAt': '2026-01-01T00:00:00Z'} |"
                        + " TEXT_VERSION_INVALID",
                "{'purpose': 'RESEARCH', 'textVersion': '1', 'givenAt': '2199-01-01T00:00:00Z'} | GIVEN_AT_IN_FUTURE",
                "{'purpose': 'RESEARCH', 'withdrawnAt': '2199-01-01T00:00:00Z'} | WITHDRAWN_AT_IN_FUTURE"
            })
    void whatSaysTooLittleOrTooMuchIsRefused(String body, String code) {
        say(body.replace('\'', '"')).statusCode(422).body("errors.code", hasItem(code));
        history().body("items", is(empty()));
    }

    @Test
    void participantsSpeakForThemselvesAndForNobodyElse() {
        Api.as(Tokens.participant(id))
                .contentType("application/json")
                .body(GIVEN)
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201)
                .body("recordedBy", endsWith("#participant"));
        String other = Tokens.participant(UUID.randomUUID());
        Api.as(other)
                .contentType("application/json")
                .body(WITHDRAWN)
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(404);
        Api.as(other).get("/v1/participants/" + id + "/consents").then().statusCode(404);
        for (String token : List.of(Tokens.partner(UUID.randomUUID()), Tokens.of("analyst"), Tokens.of("operator"))) {
            Api.as(token)
                    .contentType("application/json")
                    .body(WITHDRAWN)
                    .post("/v1/participants/" + id + "/consents")
                    .then()
                    .statusCode(403);
        }
        history().body("items", hasSize(1));
    }

    private ValidatableResponse say(String json) {
        return say(id, json);
    }

    private static ValidatableResponse say(UUID participant, String json) {
        return Api.post("/v1/participants/" + participant + "/consents", json);
    }

    private ValidatableResponse history() {
        return Api.asOrganiser()
                .get("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse participant() {
        return participant(id);
    }

    private static ValidatableResponse participant(UUID id) {
        return Api.asOrganiser().get("/v1/participants/" + id).then().statusCode(200);
    }
}
