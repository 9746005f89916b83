package org.rapport.reporting.report.readiness;

import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.DomainEvent;
import org.rapport.reporting.given.Facts;

/** Who counts in reports follows what people consent to, as of the time of the question. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ConsentTest {

    private static final UUID EVENT = UUID.randomUUID();

    @Test
    void whoWithdrawsIsLeftOutFromThenOnUntilGivingConsentAgain() {
        DomainEvent stays = participant(List.of(given("2024-01-01T00:00:00Z")));
        DomainEvent leaves = participant(List.of(given("2024-01-01T00:00:00Z")));
        DomainEvent contactOnly = participant(List.of(Map.of("purpose", "CONTACT", "givenAt", "2024-01-01T00:00:00Z")));
        List<DomainEvent> facts = new ArrayList<>(List.of(stays, leaves, contactOnly, event()));
        Stream.of(stays, leaves, contactOnly).map(ConsentTest::attendance).forEach(facts::add);
        Facts.areOnly(facts);
        population("2025-06-01T00:00:00Z").body("participations", is(2)).body("excluded.noResearchConsent", is(1));

        Facts.publish(List.of(leaves.changed(
                "changed",
                Map.of(
                        "consents",
                        List.of(
                                withdrawn("2024-01-01T00:00:00Z", "2025-03-01T12:00:00Z"),
                                withdrawn("2024-06-01T00:00:00Z", "2025-03-01T12:00:00Z"),
                                given("2025-09-01T00:00:00Z"))))));
        Facts.awaitApplied();

        population("2025-03-01T11:59:59Z").body("participations", is(2)).body("excluded.noResearchConsent", is(1));
        population("2025-03-01T12:00:00Z").body("participations", is(1)).body("excluded.noResearchConsent", is(2));
        population("2025-06-01T00:00:00Z").body("participations", is(1)).body("excluded.noResearchConsent", is(2));
        population("2025-09-01T00:00:00Z").body("participations", is(2)).body("excluded.noResearchConsent", is(1));
    }

    private static ValidatableResponse population(String asOf) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("analyst"))
                .queryParam("asOf", asOf)
                .queryParam("event", EVENT)
                .get("/v1/reports/readiness")
                .then()
                .statusCode(200)
                .rootPath("population");
    }

    private static Map<String, Object> given(String givenAt) {
        return Map.of("purpose", "RESEARCH", "textVersion", "2024-1", "givenAt", givenAt);
    }

    private static Map<String, Object> withdrawn(String givenAt, String withdrawnAt) {
        return Map.of("purpose", "RESEARCH", "givenAt", givenAt, "withdrawnAt", withdrawnAt);
    }

    private static DomainEvent participant(List<Map<String, Object>> consents) {
        UUID id = UUID.randomUUID();
        return new DomainEvent(
                "participants",
                "participant",
                "registered",
                id,
                0,
                Map.of("id", id.toString(), "status", "ACTIVE", "consents", consents));
    }

    private static DomainEvent event() {
        return new DomainEvent(
                "events",
                "event",
                "scheduled",
                EVENT,
                0,
                Map.of(
                        "id", EVENT.toString(),
                        "title", "A workshop",
                        "status", "HELD",
                        "startsAt", "2025-01-10T09:00:00Z",
                        "endsAt", "2025-01-10T17:00:00Z"));
    }

    private static DomainEvent attendance(DomainEvent participant) {
        UUID id = UUID.randomUUID();
        return new DomainEvent(
                "events",
                "attendance",
                "recorded",
                id,
                0,
                Map.of(
                        "id", id.toString(),
                        "eventId", EVENT.toString(),
                        "participantId", participant.id().toString(),
                        "status", "PRESENT"));
    }
}
