package org.rapport.events;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CommitmentTest {

    private static String commitment(UUID event, UUID participant, String more) {
        return "{\"eventId\": \"" + event + "\", \"participantId\": \"" + participant
                + "\", \"statedAt\": \"2026-03-01T21:00:00Z\"" + more + "}";
    }

    @Test
    void whatIsPromisedToOneOrToAllIsPublishedWithWhenItIsDue() throws Exception {
        UUID event = Meetings.event();
        List<UUID> people = Meetings.participants(2);
        UUID toOne = Api.create(
                "/v1/commitments",
                commitment(
                        event,
                        people.get(0),
                        ", \"counterpartId\": \"" + people.get(1)
                                + "\", \"promise\": \"JOINT_PRODUCT\", \"dueAt\": \"2026-06-01T00:00:00Z\""));
        Api.create("/v1/commitments", commitment(event, people.get(0), ", \"promise\": \"RESOURCE\""));

        Api.as(Tokens.participant(people.get(0)))
                .when()
                .get("/v1/commitments?promise=JOINT_PRODUCT")
                .then()
                .body("items.dueAt", contains("2026-06-01T00:00:00Z"));
        Api.as(Tokens.partner(UUID.randomUUID()))
                .when()
                .get("/v1/commitments/" + toOne)
                .then()
                .statusCode(404);
        JsonNode published = PublishedEvents.data(
                PublishedEvents.await("rapport.events.v1", toOne, 1).get(0));
        assertThat(published.path("promise").asText(), is("JOINT_PRODUCT"));
        PublishedEvents.requireConformity("rapport.events.v1");
    }

    @Test
    void nobodyPromisesToThemselvesNorForThePast() {
        UUID participant = Meetings.participants(1).get(0);
        Api.post(
                        "/v1/commitments",
                        commitment(
                                Meetings.event(),
                                participant,
                                ", \"counterpartId\": \"" + participant + "\", \"dueAt\": \"2026-02-01T00:00:00Z\""))
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("SAME_PARTICIPANT", "DUE_BEFORE_STATED"));
    }

    @Test
    void aFileThatDoesNotSayWhatWasPromisedLeavesItAsItIs() {
        UUID event = Meetings.event();
        UUID participant = Meetings.participants(1).get(0);
        UUID commitment = Api.create("/v1/commitments", commitment(event, participant, ", \"promise\": \"CONTACT\""));
        Api.importCsv(
                        "commitments",
                        "x",
                        "event,participant,stated_at,due_at\n" + event + "," + participant
                                + ",2026-03-01T21:00:00Z,2026-04-30\n")
                .body("updated", equalTo(1));
        Meetings.get("/v1/commitments/" + commitment)
                .body("promise", equalTo("CONTACT"))
                .body("counterpartId", nullValue())
                .body("dueAt", equalTo("2026-04-30T23:59:59.999999Z"));
    }
}
