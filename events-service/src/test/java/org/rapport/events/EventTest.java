package org.rapport.events;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class EventTest {

    @Test
    void anEventOfAProjectIsOfTheProjectsProgramme() {
        UUID programme = Meetings.programme();
        UUID project = Meetings.projectOf(programme);
        Api.post("/v1/events", "{\"title\": \"Lima\", \"projectId\": \"" + project + "\", " + Meetings.TIMES + "}")
                .statusCode(201)
                .body("programmeId", equalTo(programme.toString()))
                .body("status", equalTo("SCHEDULED"));
        Api.post(
                        "/v1/events",
                        "{\"title\": \"Lima\", \"projectId\": \"" + project + "\", \"programmeId\": \""
                                + Meetings.programme() + "\", " + Meetings.TIMES + "}")
                .statusCode(422)
                .body("errors.code", equalTo(List.of("PROGRAMME_NOT_OF_PROJECT")));
    }

    @Test
    void anEventThatEndsBeforeItStartsIsRefusedWithAllElseThatIsWrong() {
        Api.post("/v1/events", """
                        {"title": "Lima", "programmeId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e",
                        "startsAt": "2026-03-02T14:00:00Z", "endsAt": "2026-03-01T22:00:00Z"}""")
                .statusCode(422)
                .body("errors.code", hasItems("PROGRAMME_UNKNOWN", "ENDS_BEFORE_START"));
        Api.post(
                        "/v1/events",
                        "{\"title\": \"Lima\", \"timeZone\": \"Lima\", \"country\": \"ZZ\", \"capacity\": -1, "
                                + Meetings.TIMES + "}")
                .statusCode(422)
                .body("errors.code", hasItems("TIME_ZONE_INVALID", "COUNTRY_INVALID", "CAPACITY_RANGE"));
    }

    @Test
    void anInstantKeepsItsMomentWhateverItsOffset() {
        Api.post("/v1/events", """
                        {"title": "Lima", "timeZone": "America/Lima", "startsAt": "2026-03-01T09:00:00-05:00",
                        "endsAt": "2026-03-01T17:00:00-05:00"}""").statusCode(201).body("startsAt", equalTo("2026-03-01T14:00:00Z"));
        for (String odd : List.of(
                "2026-03-01T09:00:00", "2026-03-01T24:00:00Z", "2026-02-29T09:00:00Z", "0000-01-01T00:00:00Z")) {
            Api.post("/v1/events", "{\"title\": \"Lima\", \"startsAt\": \"" + odd + "\", \"endsAt\": \"" + odd + "\"}")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/startsAt"));
        }
    }

    @Test
    void aSessionLiesWithinItsEvent() {
        Api.post("/v1/sessions", """
                        {"eventId": "%s", "title": "Too late", "startsAt": "2026-03-01T21:00:00Z",
                        "endsAt": "2026-03-01T23:00:00Z"}""".formatted(Meetings.event()))
                .statusCode(422)
                .body("errors.code", hasItem("OUTSIDE_EVENT"));
    }

    @Test
    void whatIsPublishedKeepsToTheContract() throws Exception {
        UUID event = Api.create(
                "/v1/events",
                "{\"title\": \"Lima\", \"format\": \"TRAINING\", \"incentives\": [{\"type\": \"TRAVEL\"}], "
                        + Meetings.TIMES + "}");
        Meetings.sessionOf(event);
        PublishedEvents.await("rapport.events.v1", event, 1);
        PublishedEvents.requireConformity("rapport.events.v1");
    }
}
