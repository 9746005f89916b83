package org.rapport.participants;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.audit.Audit;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Who changed what and when, as admins can read it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AuditTest {

    @Inject
    Audit audit;

    private final String source = "s" + UUID.randomUUID();

    private static ValidatableResponse trail(String query) {
        return Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/audit?" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void everyChangeIsPutDownToWhoMadeItWithTheFieldsBeforeAndAfter() {
        UUID participant = People.participant();
        Api.as(Tokens.ofClient("ana", "organiser"))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"familyName\": \"Soto\", \"country\": \"PE\"}")
                .when()
                .patch("/v1/participants/" + participant)
                .then()
                .statusCode(200);
        JsonPath entries = trail("aggregateId=" + participant)
                .body("items.action", contains("changed", "registered"))
                .body("items.actor", contains("ana", "somebody"))
                .body("items.kind", contains("participant", "participant"))
                .body("items.version", contains(1, 0))
                .body("items[0].roles", contains("organiser"))
                .body("items[0].changes.field", contains("familyName", "country"))
                .body("items[0].changes.old", contains(equalTo("Quispe"), nullValue()))
                .body("items[0].changes.new", contains("Soto", "PE"))
                .body("items[1].changes", nullValue())
                .extract()
                .jsonPath();
        assertThat(
                Instant.parse(entries.getString("items[0].time"))
                        .isAfter(Instant.now().minusSeconds(600)),
                equalTo(true));
    }

    @Test
    void aPatchThatChangesNothingAndAnImportThatIsUndoneLeaveNoTrace() {
        UUID participant = People.participant();
        Api.patch("/v1/participants/" + participant, "\"0\"", "{\"familyName\": \"Quispe\"}")
                .statusCode(200);
        trail("aggregateId=" + participant).body("items", hasSize(1));
        Api.importCsv("organisations", source + "&atomic=true", "id,name,country\nO1,Agua,PE\nO2,Luz,XX\n");
        trail("aggregateId=" + Uuids.imported(source, "organisations", "O1")).body("items", hasSize(0));
    }

    @Test
    void rowsOfAFileAreChangesLikeAnyOther() {
        Api.importCsv("organisations", source, "id,name\nO1,Agua\n").body("created", equalTo(1));
        Api.importCsv("organisations", source, "id,name\nO1,Agua y Luz\nO1,Luz\n")
                .body("updated", equalTo(2));
        trail("aggregateId=" + Uuids.imported(source, "organisations", "O1"))
                .body("items.action", contains("changed", "registered"))
                .body("items[0].changes.old", contains("Agua"))
                .body("items[0].changes.new", contains("Luz"));
    }

    @Test
    void aParticipantWhoActsIsNamedByTheirIdOnly() {
        UUID participant = People.participant();
        String topic = People.topic();
        String need = Api.as(Tokens.participant(participant))
                .contentType("application/json")
                .body(People.need(participant, topic))
                .when()
                .post("/v1/needs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        trail("aggregateId=" + need).body("items.actor", contains(participant.toString()));
    }

    @Test
    void theTrailCanBeAskedByKindActorAndTimePageByPage() {
        String actor = "actor-" + source;
        Instant before = Instant.now().minusSeconds(1);
        for (int i = 0; i < 3; i++) {
            Api.as(Tokens.ofClient(actor, "organiser"))
                    .contentType("application/json")
                    .body("{\"name\": \"Agua\"}")
                    .when()
                    .post("/v1/organisations")
                    .then()
                    .statusCode(201);
        }
        trail("kind=participant&actor=" + actor).body("items", hasSize(0));
        trail("to=" + before + "&actor=" + actor).body("items", hasSize(0));
        trail("from=" + before).body("items.size()", greaterThanOrEqualTo(3));
        String query = "kind=organisation&limit=2&from=" + before + "&actor=" + actor;
        String next = trail(query).body("items", hasSize(2)).extract().path("next");
        trail(query + "&cursor=" + next).body("items", hasSize(1)).body("next", nullValue());
        Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/audit?limit=2&cursor=" + next)
                .then()
                .statusCode(400);
    }

    @Test
    void afterAnErasureTheTrailKeepsWhatWasDoneButNoValue() {
        UUID erased = People.participant();
        UUID other = People.participant();
        for (UUID participant : List.of(erased, other)) {
            Api.patch("/v1/participants/" + participant, "\"0\"", "{\"email\": \"" + participant + "@example.org\"}")
                    .statusCode(200);
        }
        QuarkusTransaction.requiringNew().run(() -> audit.scrub(List.of(erased)));
        trail("aggregateId=" + erased)
                .body("items[0].changes.field", contains("email"))
                .body("items[0].changes[0].new", nullValue())
                .body("items[0].actor", equalTo("somebody"));
        trail("aggregateId=" + other).body("items[0].changes.new", contains(other + "@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organiser", "analyst", "operator", "partner", "participant"})
    void nobodyButAnAdminReadsIt(String role) {
        Api.as(Tokens.of(role)).when().get("/v1/audit").then().statusCode(403);
    }
}
