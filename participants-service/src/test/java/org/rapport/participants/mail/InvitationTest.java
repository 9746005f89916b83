package org.rapport.participants.mail;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.TestStack;
import org.rapport.kit.testing.Tokens;

/** Mail that exchanges-service asks for, as it arrives at a mail server. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class InvitationTest {

    private static final String TOPIC = "rapport.participants.v1";
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ-_01234";
    private static final String LINK = "https://answers.example.org/follow-up/" + TOKEN;

    @BeforeEach
    void mailServerIsUp() {
        TestStack.get().startMail();
    }

    @AfterEach
    void mailServerIsUpAgain() {
        TestStack.get().startMail();
    }

    private record Person(UUID id, String address) {

        static Person speaking(String language, String consents) {
            return at("p" + UUID.randomUUID() + "@example.org", language, consents);
        }

        static Person at(String address, String language, String consents) {
            return new Person(Api.create("/v1/participants", """
                    {"givenName": "Rosa", "familyName": "Quispe", "email": "%s", "language": "%s", "consents": [%s]}""".formatted(address, language, consents)), address);
        }

        static Person who(String address) {
            return at(address, "en", CONTACT);
        }
    }

    private static final String CONTACT =
            "{\"purpose\": \"CONTACT\", \"textVersion\": \"1\", \"givenAt\": \"2026-01-15T10:00:00Z\"}";

    private static ValidatableResponse ask(UUID id, UUID participant, String kind, String expiresAt) {
        return Api.as(Tokens.of("service"))
                .contentType("application/json")
                .body("""
                        {"invitations": [{"id": "%s", "participantId": "%s", "followUpId": "%s", "kind": "%s",
                        "eventTitle": "Water & Land <Forum>", "link": "%s", "expiresAt": "%s"}]}""".formatted(id, participant, UUID.randomUUID(), kind, LINK, expiresAt))
                .when()
                .post("/v1/invitations")
                .then();
    }

    private static UUID ask(UUID participant) {
        UUID id = UUID.randomUUID();
        ask(id, participant, "INVITATION", "2100-06-30T08:00:00Z").statusCode(200);
        return id;
    }

    private static JsonNode settled(UUID invitation) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> records = PublishedEvents.await(TOPIC, invitation, 2);
        return PublishedEvents.data(records.get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "en, What came of, 'until June 30, 2100'",
        "es-PE, ¿Qué resultó de, 'hasta el 30 de junio de 2100'",
        "fr, Que s’est-il passé après, jusqu’au 30 juin 2100",
        "pt-BR, O que resultou de, até 30 de junho de 2100",
        "de, What came of, 'until June 30, 2100'"
    })
    void arrivesOnceInTheLanguageOfWhomItIsFor(String language, String subject, String until) throws Exception {
        Person person = Person.speaking(language, CONTACT);
        UUID id = ask(person.id());
        ask(id, person.id(), "INVITATION", "2100-06-30T08:00:00Z").statusCode(200);

        assertThat(settled(id).path("status").asText(), equalTo("SENT"));
        MimeMessage mail = Mailbox.await(person.address(), 1).get(0);
        assertThat(mail.getSubject(), allOf(containsString(subject), containsString("Water & Land <Forum>")));
        List<String> parts = Mailbox.parts(mail);
        assertThat(parts.get(0), allOf(containsString(LINK), containsString(until), containsString("Rosa")));
        assertThat(parts.get(1), allOf(containsString(LINK), containsString("Water &amp; Land &lt;Forum&gt;")));
        assertThat(mail.getMessageID(), equalTo("<" + id + "@localhost>"));
        assertThat(mail.getHeader("List-Unsubscribe-Post")[0], equalTo("List-Unsubscribe=One-Click"));
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void waitsForAMailServerThatIsDownAndIsThenSentOnce() throws Exception {
        TestStack.get().stopMail();
        Person person = Person.speaking("en", CONTACT);
        UUID id = ask(person.id());
        PublishedEvents.await(TOPIC, id, 1);
        assertThat(Mailbox.all(person.address()), empty());

        TestStack.get().startMail();

        Mailbox.await(person.address(), 1);
        assertThat(settled(id).path("status").asText(), equalTo("SENT"));
        assertThat(Mailbox.all(person.address()).size(), equalTo(1));
    }

    @Test
    void isNotSentWithoutConsentOrAnAddressOrTooLate() throws Exception {
        Person without = Person.speaking("en", "");
        UUID nowhere = Api.create("/v1/participants", """
                {"givenName": "Rosa", "familyName": "Quispe", "consents": [%s]}""".formatted(CONTACT));
        UUID late = UUID.randomUUID();
        Person person = Person.speaking("en", CONTACT);
        ask(late, person.id(), "REMINDER", "2020-06-30T08:00:00Z");

        assertThat(settled(ask(without.id())).path("status").asText(), equalTo("REFUSED"));
        assertThat(settled(ask(nowhere)).path("status").asText(), equalTo("REFUSED"));
        assertThat(settled(late).path("status").asText(), equalTo("EXPIRED"));
        assertThat(Mailbox.all(person.address()), empty());
        ask(UUID.randomUUID(), without.id(), "GREETING", "2100-06-30T08:00:00Z").statusCode(400);
        UUID stranger = UUID.randomUUID();
        ask(UUID.randomUUID(), stranger, "REMINDER", "2100-06-30T08:00:00Z")
                .body("unknownParticipants", contains(stranger.toString()));
    }

    @Test
    void anAddressThatIsNoneIsNotWrittenToAgainUntilItIsAnother() throws Exception {
        String address = UUID.randomUUID() + "@nobody.example.org";
        Person person = Person.who(address);

        assertThat(settled(ask(person.id())).path("status").asText(), equalTo("BOUNCED"));
        assertThat(settled(ask(person.id())).path("status").asText(), equalTo("REFUSED"));
        JsonNode told = PublishedEvents.data(
                PublishedEvents.await(TOPIC, person.id(), 2).get(1));
        assertThat(told.path("unreachable").asText(), equalTo("BOUNCED"));
        Api.asOrganiser().when().get("/v1/bounces?limit=200").then().body("items.email", hasItem(address));
        String etag =
                Api.asOrganiser().when().get("/v1/participants/" + person.id()).header("ETag");
        String other = "p" + UUID.randomUUID() + "@example.org";
        Api.patch("/v1/participants/" + person.id(), etag, "{\"email\": \"" + other + "\"}")
                .statusCode(200);
        assertThat(settled(ask(person.id())).path("status").asText(), equalTo("SENT"));
        Mailbox.await(other, 1);
    }

    @Test
    void organisersTellOfBouncesThatComeLater() {
        Person person = Person.speaking("en", CONTACT);
        Api.post(
                        "/v1/bounces",
                        "{\"addresses\": [\"%s\", \"stranger@example.org\"]}"
                                .formatted(person.address().toUpperCase()))
                .statusCode(200)
                .body("unknown", contains("stranger@example.org"));
        Api.asOrganiser()
                .when()
                .get("/v1/bounces?limit=200")
                .then()
                .body("items.participantId", hasItem(person.id().toString()));
        Api.post("/v1/bounces", "{\"addresses\": []}").statusCode(422);
    }

    @Test
    void whoeverHasTheLinkUnsubscribesWithoutSigningIn() throws Exception {
        Person person = Person.speaking("es", CONTACT);
        ask(person.id());
        MimeMessage mail = Mailbox.await(person.address(), 1).get(0);
        String link = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
        String path = link.substring(link.indexOf("/unsubscribe/"));

        given().when()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .body(containsString("darme de baja"));
        given().get("/v1/participants/" + person.id()).then().statusCode(401);
        assertThat(withdrawn(person.id()), nullValue());
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .when()
                .post(path)
                .then()
                .statusCode(200)
                .body(containsString("No recibirá"));
        assertThat(withdrawn(person.id()), not(nullValue()));
        given().when().post(path).then().statusCode(200);
        assertThat(settled(ask(person.id())).path("status").asText(), equalTo("REFUSED"));
        given().when().get("/unsubscribe/" + TOKEN).then().statusCode(404).contentType("text/html");
        given().when().post("/unsubscribe/" + TOKEN).then().statusCode(404);
    }

    private static String withdrawn(UUID participant) {
        return Api.asOrganiser().when().get("/v1/participants/" + participant).path("consents[0].withdrawnAt");
    }

    @Test
    void followsAMergeAndIsGoneWithAnErasure() throws Exception {
        Person survivor = Person.speaking("en", CONTACT);
        Person duplicate = Person.speaking("en", CONTACT);
        UUID invitation = ask(duplicate.id());
        settled(invitation);
        Api.post("/v1/participants/" + survivor.id() + "/merge", "{\"duplicateId\": \"" + duplicate.id() + "\"}")
                .statusCode(200);
        JsonPath held = Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/participants/" + survivor.id() + "/export")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(
                held.getList("services.find { it.service == 'participants' }.data.invitations.id"),
                contains(invitation.toString()));
        assertThat(held.prettify(), not(containsString(TOKEN)));

        Api.as(Tokens.of("admin"))
                .when()
                .delete("/v1/participants/" + survivor.id())
                .then()
                .statusCode(204);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                        PublishedEvents.header(last(invitation), "ce_type"),
                        equalTo("org.rapport.invitation.erased.v1")));
    }

    private static ConsumerRecord<byte[], byte[]> last(UUID aggregate) {
        return TestStack.get().records(TOPIC).stream()
                .filter(record -> new String(record.key()).equals(aggregate.toString()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
