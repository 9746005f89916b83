package org.rapport.reporting.report.readiness;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.given.Reports.answer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.SmallWorld;

/** What each parameter changes in a world that can be counted by hand. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReadinessParametersTest {

    private static final String QUESTION = "readiness?asOf=2026-06-30";

    private static boolean loaded;

    /**
     * Ana, who has a need, Ben, Cid and Dora attend the first event, in a project; Ana and Ben come to the second, which is
     * in none. Ana and Ben had exchanged before the first event.
     */
    @BeforeEach
    void givenTwoEvents() {
        if (loaded) {
            return;
        }
        SmallWorld world = new SmallWorld();
        UUID ana = world.person();
        UUID ben = world.person();
        UUID cid = world.person();
        UUID dora = world.person();
        UUID project = world.project("2024-12-01", "2025-02-01");
        UUID first = world.event("2025-01-10", "HELD", Map.of("projectId", project.toString(), "country", "PE"));
        UUID second = world.event("2025-03-10", "HELD");
        world.attends(first, ana, ben, cid, dora);
        world.attends(second, ana, ben);
        world.need(ana, "DATA", "2025-01-01", null, null);
        world.need(dora, "LAW", "2025-01-01", null, null);
        world.offer(ben, "DATA");
        world.exchange(ana, ben, "2025-01-02");
        world.exchange(ana, ben, "2025-02-01");
        world.exchange(ana, dora, "2025-01-10T12:00:00Z");
        world.exchangeConfirmed(cid, ana, "2025-02-01", "2025-08-01");
        world.answers(first, ana, 180, "2025-07-20");
        world.answers(first, cid, 30, "2025-02-20");
        world.alone();
        loaded = true;
    }

    /** Ready engaged, ready not, not ready engaged, not ready not. */
    @ParameterizedTest
    @CsvSource({
        "'', '1,2,2,1'",
        "&role=initiator, '1,2,1,2'",
        "&newTies=true, '1,2,1,2'",
        "&confirmed=true, '1,2,1,2'",
        "confirmed=true&asOf=2025-07-31, '0,2,0,2'",
        "&unit=participant, '0,2,1,1'",
        "&exposure=needMatch, '1,1,2,2'",
        "&threshold=1, '0,0,3,3'",
        "&ascertainment=confirmed, '1,0,0,0'",
        "&ascertainment=confirmed&window=P30D, '1,0,1,0'",
        "&window=P9999D, '0,0,0,0'",
    })
    void eachParameterCountsOtherwise(String parameters, String cells) {
        String question = parameters.contains("asOf") ? "readiness?" + parameters : QUESTION + parameters;
        JsonPath table = answer("analyst", question);

        assertThat(
                table.getInt("table.ready.engaged") + "," + table.getInt("table.ready.notEngaged") + ","
                        + table.getInt("table.notReady.engaged") + "," + table.getInt("table.notReady.notEngaged"),
                is(cells));
    }

    @Test
    void strataAreWhatIsAskedFor() {
        assertThat(labels("event"), contains("Event of 2025-01-10", "Event of 2025-03-10"));
        assertThat(labels("project"), contains("A project", "no project"));
        assertThat(labels("country"), contains("PE", "no country"));
        assertThat(labels("programme").size(), is(2));
    }

    private static List<String> labels(String stratifyBy) {
        return answer("analyst", QUESTION + "&stratifyBy=" + stratifyBy)
                .<String>getList("stratified.strata.label")
                .stream()
                .sorted()
                .toList();
    }
}
