package org.rapport.participants.participant;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.participants.People;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class MergeTest {

    private static final String TOPIC = "rapport.participants.v1";

    private static ValidatableResponse merge(UUID survivor, UUID duplicate) {
        return Api.post("/v1/participants/" + survivor + "/merge", "{\"duplicateId\": \"" + duplicate + "\"}");
    }

    private static ValidatableResponse get(UUID participant) {
        return Api.asOrganiser()
                .redirects()
                .follow(false)
                .when()
                .get("/v1/participants/" + participant)
                .then();
    }

    private static void leadsTo(UUID survivor, UUID duplicate) {
        get(duplicate).statusCode(308).header("Location", endsWith("/v1/participants/" + survivor));
    }

    @Test
    void oneKeepsTheIdAndWhatEitherHad() throws Exception {
        String email = UUID.randomUUID() + "@example.org";
        UUID survivor = People.memberOf(People.organisation());
        UUID organisation = People.organisation();
        UUID duplicate = Api.create("/v1/participants", """
                {"givenName": "Rosa", "familyName": "Quispe Mamani", "email": "%s", "country": "PE",
                "affiliations": [{"organisationId": "%s", "role": "researcher"}]}""".formatted(email, organisation));
        UUID need = People.needOf(duplicate);

        merge(survivor, duplicate)
                .statusCode(200)
                .body("id", equalTo(survivor.toString()))
                .body("familyName", equalTo("Quispe"))
                .body("email", equalTo(email))
                .body("country", equalTo("PE"))
                .body("affiliations.organisationId", hasItem(organisation.toString()))
                .body("affiliations", hasSize(2))
                .body("mergedInto", nullValue());

        leadsTo(survivor, duplicate);
        Api.asOrganiser()
                .redirects()
                .follow(false)
                .when()
                .get("/v1/participants/" + duplicate + "/readiness?at=2026-02-01")
                .then()
                .statusCode(308)
                .header("Location", endsWith("/v1/participants/" + survivor + "/readiness?at=2026-02-01"));
        Api.asOrganiser().when().get("/v1/needs/" + need).then().body("participantId", equalTo(survivor.toString()));
        Api.asOrganiser()
                .queryParam("email", email)
                .when()
                .get("/v1/participants")
                .then()
                .body("items.id", contains(survivor.toString()));
        var merged = PublishedEvents.await(TOPIC, duplicate, 2).get(1);
        assertThat(PublishedEvents.header(merged, "ce_type"), equalTo("org.rapport.participant.merged.v1"));
        assertThat(PublishedEvents.data(merged).path("mergedInto").asText(), equalTo(survivor.toString()));
        assertThat(
                PublishedEvents.data(PublishedEvents.await(TOPIC, need, 2).get(1))
                        .path("participantId")
                        .asText(),
                equalTo(survivor.toString()));
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void whoeverSignsInAsTheDuplicateSeesThemselves() {
        UUID survivor = People.participant();
        UUID duplicate = People.participant();
        merge(survivor, duplicate).statusCode(200);
        Api.as(Tokens.participant(duplicate))
                .when()
                .get("/v1/participants/" + survivor)
                .then()
                .statusCode(200);
    }

    @Test
    void nobodysAddressIsTakenFromThemByAMerge() {
        String email = UUID.randomUUID() + "@example.org";
        String other = UUID.randomUUID() + "@example.org";
        UUID survivor = Api.create("/v1/participants", person(email));
        UUID duplicate = Api.create("/v1/participants", person(other));
        String etag = merge(survivor, duplicate)
                .statusCode(200)
                .body("email", equalTo(email))
                .extract()
                .header("ETag");
        Api.post("/v1/participants", person(other)).statusCode(422).body("errors.code", contains("EMAIL_TAKEN"));
        Api.patch("/v1/participants/" + survivor, etag, "{\"email\": \"" + other + "\"}")
                .statusCode(200);
    }

    private static String person(String email) {
        return "{\"givenName\": \"Rosa\", \"familyName\": \"Quispe\", \"email\": \"" + email + "\"}";
    }

    @Test
    void aWithdrawalOfEitherIsNotUndone() {
        UUID survivor = consenting("{\"purpose\": \"RESEARCH\", \"givenAt\": \"2026-01-01T00:00:00Z\"}");
        UUID duplicate = consenting("{\"purpose\": \"RESEARCH\", \"givenAt\": \"2026-02-01T00:00:00Z\","
                + " \"withdrawnAt\": \"2026-03-01T00:00:00Z\"}");
        merge(survivor, duplicate)
                .statusCode(200)
                .body("consents.givenAt", containsInAnyOrder("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"))
                .body("consents.withdrawnAt", contains("2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z"));
    }

    private static UUID consenting(String consent) {
        return Api.create(
                "/v1/participants",
                "{\"givenName\": \"Rosa\", \"familyName\": \"Quispe\", \"consents\": [" + consent + "]}");
    }

    @Test
    void aChainOfMergesLeadsToItsEnd() {
        UUID first = People.participant();
        UUID second = People.participant();
        UUID last = People.participant();
        UUID need = People.needOf(first);
        merge(second, first).statusCode(200);
        merge(last, second).statusCode(200);
        leadsTo(last, first);
        leadsTo(last, second);
        Api.asOrganiser().when().get("/v1/needs/" + need).then().body("participantId", equalTo(last.toString()));
        Api.post("/v1/needs", People.need(first, People.topic()))
                .statusCode(201)
                .body("participantId", equalTo(last.toString()));
    }

    @Test
    void whatCannotBeMergedIsRefused() {
        UUID one = People.participant();
        UUID merged = People.participant();
        UUID erased = People.participant();
        merge(one, merged).statusCode(200);
        Api.as(Tokens.of("admin"))
                .when()
                .delete("/v1/participants/" + erased)
                .then()
                .statusCode(204);

        merge(one, one).statusCode(422).body("errors.code", contains("SAME_PARTICIPANT"));
        merge(one, merged)
                .statusCode(409)
                .body("code", equalTo("PARTICIPANT_MERGED"))
                .body("detail", containsString(one.toString()));
        merge(merged, People.participant()).statusCode(409).body("code", equalTo("PARTICIPANT_MERGED"));
        merge(one, erased).statusCode(422).body("errors.code", contains("PARTICIPANT_UNKNOWN"));
        merge(one, Uuids.next()).statusCode(422).body("errors.code", contains("PARTICIPANT_UNKNOWN"));
        merge(erased, one).statusCode(404);
        merge(Uuids.next(), one).statusCode(404);
        Api.post("/v1/participants/" + one + "/merge", "{}")
                .statusCode(422)
                .body("errors.code", contains("DUPLICATE_ID_REQUIRED"));
        Api.as(Tokens.participant(one))
                .contentType("application/json")
                .body("{\"duplicateId\": \"" + People.participant() + "\"}")
                .when()
                .post("/v1/participants/" + one + "/merge")
                .then()
                .statusCode(403);
    }

    @Test
    void mergesAtTheSameTimeLeaveNobodyInACircle() {
        UUID a = People.participant();
        UUID b = People.participant();
        UUID c = People.participant();
        List<Integer> answers = Stream.of(new UUID[] {a, b}, new UUID[] {b, a}, new UUID[] {c, a}, new UUID[] {b, c})
                .map(pair -> CompletableFuture.supplyAsync(
                        () -> merge(pair[0], pair[1]).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers, not(hasItem(500)));
        List<Integer> states = Stream.of(a, b, c)
                .map(id -> get(id).extract().statusCode())
                .sorted()
                .toList();
        assertThat(states, equalTo(List.of(200, 308, 308)));
        for (UUID id : List.of(a, b, c)) {
            Api.asOrganiser().when().get("/v1/participants/" + id).then().statusCode(200);
        }
    }

    @Test
    void importingTheSameFilesAgainChangesNothing() {
        String source = "s" + UUID.randomUUID();
        String organisations = "id,name\nO1,One\nO2,Two\n";
        String people = "id,given_name,family_name,email,organisation,research_consent_at\n"
                + "P1,Rosa,Quispe,,,2026-01-15\n"
                + "P2,Rosa,Kispe," + source + "@example.org,O2,2026-02-15\n";
        String needs = "id,participant,topic,declared_at\nN1,P2," + People.topic() + ",2026-01-20\n";
        Api.importCsv("organisations", source, organisations).body("created", equalTo(2));
        Api.importCsv("participants", source, people).body("created", equalTo(2));
        Api.importCsv("needs", source, needs).body("created", equalTo(1));
        UUID survivor = Uuids.imported(source, "participants", "P1");
        UUID duplicate = Uuids.imported(source, "participants", "P2");
        merge(survivor, duplicate).statusCode(200);
        String before = get(survivor).statusCode(200).extract().asString();

        Api.importCsv("participants", source, people).body("unchanged", equalTo(2));
        Api.importCsv("needs", source, needs).body("unchanged", equalTo(1));

        assertThat(get(survivor).extract().asString(), equalTo(before));
        Api.importCsv("participants", source, people.replace("Kispe", "Quispe Mamani"))
                .body("unchanged", equalTo(1))
                .body("errors.code", contains("PARTICIPANT_MERGED"))
                .body("errors[0].detail", containsString(survivor.toString()));
    }

    @Test
    void whoeverWasMergedIsErasedAlong() {
        UUID survivor = People.participant();
        UUID duplicate = Api.create("/v1/participants", person(UUID.randomUUID() + "@example.org"));
        merge(survivor, duplicate).statusCode(200);
        Api.as(Tokens.of("admin"))
                .redirects()
                .follow(false)
                .when()
                .delete("/v1/participants/" + duplicate)
                .then()
                .statusCode(308);
        Api.as(Tokens.of("admin"))
                .when()
                .delete("/v1/participants/" + survivor)
                .then()
                .statusCode(204);
        get(duplicate).statusCode(404);
        Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/participants/" + duplicate + "/erasure")
                .then()
                .statusCode(200)
                .body("participantIds", containsInAnyOrder(survivor.toString(), duplicate.toString()))
                .body("services[0].erased.participants", equalTo(2));
    }
}
