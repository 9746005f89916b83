package org.rapport.reporting.projection;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.ImportedEvents;

/** The read model can be thrown away: what is built anew gives the same answers, and none are given until it is whole. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RebuildTest {

    private static final String REPORT =
            "/v1/reports/readiness?asOf=2025-12-31&stratifyBy=event&exposure=needMatch&newTies=true";

    @BeforeEach
    void world() {
        Facts.areOnly(Facts.shuffled(ImportedEvents.of("world"), 2));
    }

    @Test
    void givesTheSameReadModelAndTheSameAnswerToTheByte() {
        String tables = Contents.ofReadModel();
        String answer = report();

        as("operator").post("/v1/projections/rebuild").then().statusCode(202);
        await().atMost(ofSeconds(60))
                .until(() -> as("operator").get("/v1/projections").path("projections[0].complete"));

        assertThat(Contents.ofReadModel(), equalTo(tables));
        assertThat(report(), equalTo(answer));
        assertThat(answer, containsString("Evidence Lab: Lima 2023"));
    }

    /** Whatever an upgrade began to keep of events is there again when reports are. */
    @Test
    void anUpgradeThatNeedsMoreOfOldEventsHasThemReadAgain() throws IOException {
        String tables = Contents.ofReadModel();
        String migration;
        try (InputStream sql =
                RebuildTest.class.getResourceAsStream("/db/migration/V20261125_60__profile_sharing.sql")) {
            migration = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }

        Facts.execute(migration.substring(migration.indexOf("insert into")));
        await().atMost(ofSeconds(60))
                .until(() -> as("operator").get("/v1/projections").path("projections[0].complete"));

        assertThat(Contents.ofReadModel(), equalTo(tables));
    }

    @Test
    void reportsWaitUntilTheReadModelIsWhole() {
        Facts.execute("insert into rebuild_target values ('rapport.events.v1', 0, 1000000000)");

        as("analyst").get(REPORT).then().statusCode(503).header("Retry-After", equalTo("5"));
        as("operator").get("/v1/projections").then().body("projections[0].complete", equalTo(false));
    }

    private static String report() {
        return as("analyst").get(REPORT).then().statusCode(200).extract().asString();
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }
}
