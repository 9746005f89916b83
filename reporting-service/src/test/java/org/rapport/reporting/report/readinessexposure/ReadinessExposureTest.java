package org.rapport.reporting.report.readinessexposure;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.given.Reports.answer;
import static org.rapport.reporting.given.Reports.ask;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.SmallWorld;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReadinessExposureTest {

    private static final String QUESTION = "readiness-exposure?asOf=2025-12-31";

    private static UUID held;

    /**
     * Ana, Ben and Cid come, Dora does not: of the six pairs Ben and Cid had an exchange before. Ana needs what Cid offers.
     * Two more were to be at an event that was cancelled.
     */
    @BeforeEach
    void givenTwoEvents() {
        if (held != null) {
            return;
        }
        SmallWorld world = new SmallWorld();
        UUID ana = world.person();
        UUID ben = world.person();
        UUID cid = world.person();
        UUID dora = world.person();
        UUID eva = world.person();
        UUID fay = world.person();
        UUID silent = world.personWithoutConsent();
        held = world.event("2025-01-10", "HELD");
        UUID red = world.session(held, "RANDOMISED");
        UUID blue = world.session(held, "RANDOMISED");
        world.attendsSession(held, red, ana, ben, silent);
        world.attendsSession(held, blue, cid);
        world.registers(held, dora, null);
        world.introduce(held, ana, ben, "2025-01-10T11:00:00Z");
        world.need(ana, "T1", "2025-01-01", null, null);
        world.offer(cid, "T1");
        world.exchange(ana, cid, "2025-02-01");
        world.exchange(cid, ana, "2025-03-01");
        world.exchange(ana, dora, "2025-02-01");
        world.exchange(ben, cid, "2025-01-01");
        world.exchange(ben, cid, "2025-02-01");
        // too late, and during the event
        world.exchange(ana, ben, "2025-09-01");
        world.exchange(ana, ben, "2025-01-10T12:00:00Z");
        UUID cancelled = world.event("2025-01-20", "CANCELLED");
        world.registers(cancelled, eva, null);
        world.registers(cancelled, fay, null);
        world.alone();
    }

    @Test
    void pairsAreCountedByMatchAndExposure() {
        JsonPath report = answer("analyst", QUESTION);

        assertThat(report.getInt("dyads.all"), is(7));
        assertThat(report.getInt("dyads.priorTies"), is(1));
        assertThat(report.getInt("dyads.inRiskSet"), is(6));
        assertThat(report.getInt("population.participants"), is(6));
        assertThat(report.getInt("population.excluded.noResearchConsent"), is(1));
        assertThat(report.getList("cells.dyads"), contains(1, 0, 1, 4));
        assertThat(report.getList("cells.exchanging"), contains(1, 0, 0, 1));
        assertThat(report.getList("cells.exchanges"), contains(2, 0, 0, 1));
        assertThat(report.getFloat("cells[0].ratePer1000"), is(2000f));
        assertThat(report.get("cells[1].ratePer1000"), nullValue());
        assertThat(report.getString("relativeRiskMatched.reason"), is("nobody in one of the groups"));
        assertThat(report.getString("dyadicRobust.unmatched.reason"), is("no outcome in one of the groups"));
        assertThat(report.getString("ratioOfRelativeRisks.reason"), notNullValue());
    }

    @Test
    void aPairStandsOnTheHighestRungItReached() {
        JsonPath report = answer("analyst", QUESTION);

        assertThat(report.getList("ladder.rung"), contains("NONE", "SAME_EVENT", "SAME_SESSION", "INTRODUCED"));
        assertThat(report.getList("ladder.dyads"), contains(4, 1, 0, 1));
        assertThat(report.getList("ladder.exchanging"), contains(1, 1, 0, 0));
        assertThat(report.getList("ladder.matched"), contains(0, 1, 0, 0));
    }

    @Test
    void theUnexposedAreToldByWhyTheyWereNot() {
        JsonPath report = answer("analyst", QUESTION);

        assertThat(report.getInt("comparison.notAttended"), is(3));
        assertThat(report.getInt("comparison.cancelledEvent"), is(1));
        assertThat(report.getList("comparisons.dyads"), contains(2, 2, 1));
        assertThat(report.getList("comparisons.comparedDyads"), contains(3, 1, 1));
        assertThat(report.getList("comparisons.comparedExchanging"), contains(1, 0, 1));
    }

    @Test
    void priorTiesAreKeptOnRequest() {
        JsonPath report = answer("analyst", QUESTION + "&newTies=false");

        assertThat(report.getInt("dyads.priorTies"), is(0));
        assertThat(report.getList("cells.dyads"), contains(1, 0, 2, 4));
        assertThat(report.getList("cells.exchanging"), contains(1, 0, 1, 1));
    }

    @Test
    void whoCannotBeFollowedForTheWindowIsLeftOut() {
        JsonPath report = answer("analyst", "readiness-exposure?asOf=2025-07-10");

        assertThat(report.getInt("dyads.unascertained"), is(1));
        assertThat(report.getInt("dyads.inRiskSet"), is(5));
        assertThat(answer("analyst", QUESTION + "&window=P9999D").getInt("dyads.inRiskSet"), is(0));
    }

    @Test
    void permutationsAreStatedAndGiveTheSameEveryTime() {
        JsonPath report = answer("analyst", QUESTION);

        assertThat(report.getInt("qap.permutations"), is(999));
        assertThat(report.get("qap.seed"), notNullValue());
        assertThat(report.getFloat("qap.statistic"), is(1f));
        assertThat(answer("analyst", QUESTION).getFloat("qap.pValue"), is(report.getFloat("qap.pValue")));
    }

    @Test
    void aSelectionOfNobodyHasNullsWithReasons() {
        JsonPath report = answer("analyst", QUESTION + "&event=" + UUID.randomUUID());

        assertThat(report.getInt("dyads.all"), is(0));
        assertThat(report.getList("cells.risk.value"), everyItem(nullValue()));
        assertThat(report.getString("relativeRiskMatched.reason"), is("nobody in one of the groups"));
        assertThat(report.getString("dyadicRobust.ratio.reason"), notNullValue());
        assertThat(report.getString("qap.reason"), is("no pair had an exchange"));
        assertThat(report.getList("warnings"), hasItem(containsString("No pair is in this selection")));
    }

    @Test
    void fewPeopleAreToldOnlyToAnalysts() {
        JsonPath report = answer("admin", QUESTION);

        assertThat(report.getList("cells.dyads"), everyItem(nullValue()));
        assertThat(report.getList("cells.risk.reason"), everyItem(containsString("suppressed")));
        assertThat(report.getList("ladder.dyads"), everyItem(nullValue()));
        assertThat(report.getList("ladder.matched"), everyItem(nullValue()));
        assertThat(report.getList("comparisons.comparedDyads"), everyItem(nullValue()));
        assertThat(report.get("comparison.cancelledEvent"), nullValue());
        assertThat(report.get("dyads.priorTies"), nullValue());
        assertThat(report.get("dyads.all"), nullValue());
        assertThat(report.get("dyads.inRiskSet"), nullValue());
        assertThat(report.getString("qap.reason"), containsString("suppressed"));
        ask("service", QUESTION).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"window=P0D, 422", "country=XX, 422", "unit=participant, 400", "newTies=maybe, 400"})
    void badParametersAreRefused(String query, int status) {
        ask("analyst", "readiness-exposure?" + query).statusCode(status).contentType("application/problem+json");
    }
}
