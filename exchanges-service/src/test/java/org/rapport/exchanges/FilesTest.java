package org.rapport.exchanges;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.RoundTrip;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Lists as files, and who changed what is in them. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FilesTest {

    @Test
    void whatIsExportedCanBeImportedAgainAndChangesNothing() {
        UUID event = Elsewhere.event();
        UUID a = Elsewhere.participant();
        UUID b = Elsewhere.participant();
        UUID exchange = Api.create("/v1/exchanges", """
                {"participantAId": "%s", "participantBId": "%s", "type": "ADVICE", "status": "ACTIVE",
                "startedAt": "2026-04-10T00:00:00.123456Z", "initiatedBy": "%s", "originEventId": "%s", "priorTie": "AWARE",
                "reportedBy": "%s"}""".formatted(a, b, b, event, a));
        Api.importCsv(
                "community-activities",
                "x",
                "event,participant,channel,at\n" + event + "," + a + ",POST,2026-05-02T10:00:00Z\n" + event + "," + b
                        + ",,2026-05-02\n");
        Api.importCsv(
                "follow-up-answers",
                "x",
                "event,participant,days,answered_at\n" + event + "," + a + ",90,2026-06-01\n");
        for (String collection : List.of("exchanges", "community-activities", "follow-up-answers")) {
            RoundTrip.changesNothing(collection);
        }
        Api.asOrganiser().when().get("/v1/exchanges/" + exchange).then().body("version", equalTo(0));
    }

    @Test
    void changesAreOnTheAuditTrail() {
        UUID exchange = Api.create("/v1/exchanges", """
                {"participantAId": "%s", "participantBId": "%s", "status": "ACTIVE", "startedAt": "2026-04-10T00:00:00Z"}""".formatted(Elsewhere.participant(), Elsewhere.participant()));
        Api.patch("/v1/exchanges/" + exchange, "\"0\"", "{\"status\": \"LAPSED\"}")
                .statusCode(200);
        Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/audit?aggregateId=" + exchange)
                .then()
                .body("items.action", contains("changed", "recorded"))
                .body("items[0].changes.old", contains("ACTIVE"))
                .body("items[0].changes.new", contains("LAPSED"));
    }
}
