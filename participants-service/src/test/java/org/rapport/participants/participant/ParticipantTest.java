package org.rapport.participants.participant;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.participants.People;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ParticipantTest {

    private static final String TOPIC = "rapport.participants.v1";

    private static String person(String email) {
        return "{\"givenName\": \"Rosa\", \"familyName\": \"Quispe\", \"email\": \"" + email + "\"}";
    }

    @Test
    void anEmailAddressBelongsToOnePersonWhateverItsCase() {
        String name = "rosa." + UUID.randomUUID();
        Api.post("/v1/participants", person(name + "@Example.org"))
                .statusCode(201)
                .body("email", equalTo(name + "@example.org"));
        Api.post("/v1/participants", person(name.toUpperCase(Locale.ROOT) + "@example.ORG"))
                .statusCode(422)
                .body("errors.code", hasItem("EMAIL_TAKEN"));
    }

    @Test
    void codesAreCheckedAgainstTheirLists() {
        Api.post("/v1/participants", """
                        {"givenName": "Rosa", "familyName": "Quispe", "email": "not an address", "country": "UK",
                        "language": "xx", "orcid": "0000-0002-1825-0098",
                        "affiliations": [{"organisationId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e"}]}""")
                .statusCode(422)
                .body("errors.code", hasItems("EMAIL_INVALID", "COUNTRY_INVALID", "LANGUAGE_INVALID", "ORCID_INVALID"));
        Api.post("/v1/participants", """
                        {"givenName": "Rosa", "familyName": "Quispe", "country": "GB", "language": "pt-BR",
                        "orcid": "0000-0002-9079-593X",
                        "affiliations": [{"organisationId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e"}]}""")
                .statusCode(422)
                .body("errors.code", equalTo(List.of("ORGANISATION_UNKNOWN")))
                .body("errors.pointer", equalTo(List.of("/affiliations/0/organisationId")));
    }

    @Test
    void nothingThatNamesAPersonLeavesTheService() throws Exception {
        UUID id = Api.create("/v1/participants", """
                {"givenName": "Unmistakable", "familyName": "Quispe", "email": "%s@example.org", "country": "PE",
                "consents": [{"purpose": "RESEARCH", "textVersion": "2025-1", "givenAt": "2026-01-15T10:00:00Z"}]}""".formatted(UUID.randomUUID()));
        ConsumerRecord<byte[], byte[]> event =
                PublishedEvents.await(TOPIC, id, 1).get(0);
        String data = new String(event.value(), StandardCharsets.UTF_8);
        assertThat(data, not(containsString("Unmistakable")));
        assertThat(data, not(containsString("@")));
        assertThat(PublishedEvents.data(event).at("/consents/0/purpose").asText(), equalTo("RESEARCH"));
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void aConsentIsWithdrawnButNotForgotten() {
        UUID id = Api.create("/v1/participants", """
                {"givenName": "Rosa", "familyName": "Quispe",
                "consents": [{"purpose": "RESEARCH", "givenAt": "2026-01-15T10:00:00Z"}]}""");
        Api.patch("/v1/participants/" + id, "\"0\"", "{\"consents\": []}")
                .statusCode(200)
                .body("consents", hasSize(1));
        Api.patch("/v1/participants/" + id, "\"0\"", """
                        {"consents": [{"purpose": "RESEARCH", "givenAt": "2026-01-15T10:00:00Z",
                        "withdrawnAt": "2026-02-01T10:00:00Z"}]}""")
                .statusCode(200)
                .body("consents[0].withdrawnAt", equalTo("2026-02-01T10:00:00Z"));
    }

    @Test
    void aPartnerSeesMembersOfItsOrganisationAndNobodyElse() {
        UUID ours = People.organisation();
        UUID member = People.memberOf(ours);
        UUID stranger = People.memberOf(People.organisation());
        String token = Tokens.partner(ours);
        Api.as(token).when().get("/v1/participants/" + member).then().statusCode(200);
        String hidden = Api.as(token)
                .when()
                .get("/v1/participants/" + stranger)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        UUID nobody = UUID.fromString("0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e");
        String missing = Api.as(token)
                .when()
                .get("/v1/participants/" + nobody)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(hidden.replace(stranger.toString(), ""), equalTo(missing.replace(nobody.toString(), "")));
        Api.as(token)
                .when()
                .get("/v1/participants?count=true")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(member.toString())))
                .body("count", equalTo(1));
        Api.as(token).when().get("/v1/organisations").then().body("items.id", equalTo(List.of(ours.toString())));
    }

    @Test
    void aPartnerWithoutAnOrganisationSeesNothing() {
        Api.as(Tokens.of("partner")).when().get("/v1/participants").then().statusCode(403);
    }

    @Test
    void aParticipantSeesThemselvesOnly() {
        UUID self = People.participant();
        UUID other = People.participant();
        Api.as(Tokens.participant(self))
                .when()
                .get("/v1/participants/" + self)
                .then()
                .statusCode(200);
        Api.as(Tokens.participant(self))
                .when()
                .get("/v1/participants/" + other)
                .then()
                .statusCode(404);
    }

    @Test
    void peopleAreFoundByPartOfTheirNameAndByTheirOrganisation() {
        UUID organisation = People.organisation();
        UUID id = People.memberOf(organisation);
        Api.asOrganiser()
                .queryParam("organisationId", organisation)
                .queryParam("q", "osa qui")
                .when()
                .get("/v1/participants")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id.toString())));
    }
}
