package org.rapport.reporting.projection;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.kit.testing.WrittenLog;
import org.rapport.reporting.given.DomainEvent;
import org.rapport.reporting.given.Facts;

/** Operators see how the read model stands and what it could not read. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ProjectionResourceTest {

    @BeforeEach
    void emptyReadModel() {
        Facts.forgetAll();
    }

    @Test
    void poisonIsPutAsideWithItsReasonAndTheRestGoesOn() {
        DomainEvent programme = programme(1, "Evidence Lab");
        List<ProducerRecord<byte[], byte[]>> records = List.of(
                Facts.record(programme),
                new ProducerRecord<>(programme.topic(), "no id".getBytes(UTF_8), "no event".getBytes(UTF_8)),
                new ProducerRecord<>(programme.topic(), key(2), "{}".getBytes(UTF_8)),
                with(programme(3, "x"), "[1]"),
                with(programme(4, "x"), "{\"id\":"),
                with(programme(5, "x"), "{\"id\":\"" + id(5) + "\"}"),
                with(programme(6, "x"), "{\"id\":\"" + id(7) + "\",\"title\":\"x\"}"),
                with(programme(8, "x"), "{\"id\":\"" + id(8) + "\",\"title\":7}"),
                with(programme(9, "x"), null),
                with(new DomainEvent("events", "unicorn", "seen", id(10), 0, Map.of("id", id(10).toString())), "{}"),
                with(new DomainEvent("events", "event", "scheduled", id(11), 0, Map.of()), """
                        {"id":"%s","title":"x","startsAt":"2024-01-02T00:00:00Z","endsAt":"2024-01-01T00:00:00Z",
                         "status":"HELD"}""".formatted(id(11))),
                with(programme(12, "x"), "{\"id\":\"" + id(12) + "\",\"title\":\"a\\u0000b\"}"),
                Facts.record(programme(13, "Open Meetings")));

        Facts.send(records);
        Facts.awaitApplied();

        operator()
                .get("/v1/projections")
                .then()
                .statusCode(200)
                .body("projections[0].deadLetters", equalTo(11))
                .body("projections[0].lag", equalTo(0))
                .body("projections[0].leading", equalTo(true));
        operator()
                .get("/v1/projections/dead-letters")
                .then()
                .statusCode(200)
                .body("items", hasSize(11))
                .body("items.reason", hasItem("title is missing"))
                .body("items.reason", hasItem("Unknown type org.rapport.unicorn.seen.v1"))
                .body("items.reason", hasItem(containsString("is before startsAt")))
                .body("items.find { it.reason == 'title is missing' }.headers.ce_type", equalTo(programme.type()))
                .body("items.find { it.reason == 'title is missing' }.key", equalTo(id(5).toString()))
                .body("next", nullValue());
        assertThat(Contents.of("programme"), containsString("Evidence Lab"));
        assertThat(Contents.of("programme"), containsString("Open Meetings"));
        assertThat(Contents.of("programme"), containsString("programme: 2"));
    }

    @Test
    void whatIsPutAsideIsLoggedAsPartOfItsTrace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        ProducerRecord<byte[], byte[]> poison =
                new ProducerRecord<>("rapport.events.v1", key(1), "no event".getBytes(UTF_8));
        poison.headers().add("ce_traceparent", ("00-" + trace + "-00f067aa0ba902b7-01").getBytes(UTF_8));
        try (WrittenLog log = new WrittenLog()) {
            Facts.send(List.of(poison));
            Facts.awaitApplied();

            assertThat(
                    log.entries(), hasItem(allOf(containsString("[" + trace + "]"), containsString("a dead letter"))));
        }
    }

    @Test
    void deadLettersComeInPages() {
        Facts.send(IntStream.range(0, 5)
                .mapToObj(i -> new ProducerRecord<byte[], byte[]>(
                        "rapport.events.v1", 0, key(i), Integer.toString(i).getBytes(UTF_8)))
                .toList());
        Facts.awaitApplied();

        String second = operator()
                .get("/v1/projections/dead-letters?limit=2")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.value", contains("MA==", "MQ=="))
                .extract()
                .path("next");
        String third = operator()
                .queryParam("cursor", second)
                .get("/v1/projections/dead-letters?limit=2")
                .then()
                .body("items.value", contains("Mg==", "Mw=="))
                .extract()
                .path("next");
        operator()
                .queryParam("cursor", third)
                .get("/v1/projections/dead-letters?limit=2")
                .then()
                .body("items.value", contains("NA=="))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=1000000000", "limit=abc", "cursor=abc", "cursor=!", "x=1"})
    void refusesParametersThatMakeNoSense(String query) {
        operator().get("/v1/projections/dead-letters?" + query).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "organiser", "analyst", "partner", "participant", "service"})
    void isForOperatorsOnly(String role) {
        RequestSpecification other = given().auth().oauth2(Tokens.of(role));

        other.get("/v1/projections").then().statusCode(403);
        other.get("/v1/projections/dead-letters").then().statusCode(403);
        other.post("/v1/projections/rebuild").then().statusCode(403);
    }

    @Test
    void isNotForStrangers() {
        given().get("/v1/projections").then().statusCode(401);
        given().post("/v1/projections/rebuild").then().statusCode(401);
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("operator"));
    }

    private static DomainEvent programme(int number, String title) {
        return new DomainEvent(
                "events",
                "programme",
                "created",
                id(number),
                0,
                Map.of("id", id(number).toString(), "title", title));
    }

    private static ProducerRecord<byte[], byte[]> with(DomainEvent event, String data) {
        ProducerRecord<byte[], byte[]> record = Facts.record(event);
        return new ProducerRecord<>(
                record.topic(), null, record.key(), data == null ? null : data.getBytes(UTF_8), record.headers());
    }

    private static byte[] key(int number) {
        return id(number).toString().getBytes(UTF_8);
    }

    private static UUID id(int number) {
        return new UUID(0x0198c1a57c1e7a30L, 0x8000000000000000L + number);
    }
}
