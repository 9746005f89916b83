package org.rapport.reporting.report.needs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.given.Reports.answer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.SmallWorld;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class NeedReportTest {

    private static boolean loaded;
    private static UUID event;

    /**
     * Four needs: met after ten days, withdrawn, of somebody who left, and one that only its own person offers; and two left
     * out, one of somebody of whom nothing has come yet.
     */
    @BeforeEach
    void givenNeeds() {
        if (loaded) {
            return;
        }
        SmallWorld world = new SmallWorld();
        UUID ana = world.person();
        world.need(ana, "DATA", "2025-01-01", "MET", "2025-01-11");
        world.need(world.person(), "DATA", "2025-01-01", "WITHDRAWN", "2025-02-01");
        world.need(world.personWhoLeft("2025-01-06"), "DATA", "2025-01-01", null, null);
        world.need(world.personWithoutConsent(), "DATA", "2025-01-01", null, null);
        world.need(UUID.randomUUID(), "DATA", "2025-01-01", null, null);
        world.need(ana, "LAW", "2025-01-01", null, null);
        world.offer(ana, "LAW");
        world.offer(ana, "DATA");
        event = world.event("2025-03-01", "HELD");
        world.attends(event, ana);
        world.alone();
        loaded = true;
    }

    @Test
    void needsAreCountedByWhatBecameOfThem() {
        JsonPath report = answer("analyst", "needs?asOf=2025-12-31");

        assertThat(report.getList("byTopic.key"), contains("DATA", "LAW"));
        assertThat(report.getList("byTopic.declared"), contains(3, 1));
        assertThat(report.getList("byTopic.met"), contains(1, 0));
        assertThat(report.getList("byTopic.withdrawn"), contains(1, 0));
        assertThat(report.getList("byTopic.open"), contains(1, 1));
        assertThat(report.getInt("population.excluded.noResearchConsent"), is(2));
        assertThat(report.getInt("population.participants"), is(3));
    }

    @Test
    void ofEventsOnlyTheNeedsOfTheirAttendeesAreCounted() {
        JsonPath report = answer("analyst", "needs?asOf=2025-12-31&event=" + event);

        assertThat(report.getList("byTopic.key"), contains("DATA", "LAW"));
        assertThat(report.getList("byTopic.declared"), contains(1, 1));
        assertThat(report.getList("openNobodyOffersByTopic.key"), contains("LAW"));
        assertThat(report.getInt("population.excluded.noResearchConsent"), is(0));
        assertThat(report.getInt("population.participants"), is(1));
    }

    @Test
    void whatOnlyTheirOwnPersonOffersNobodyOffers() {
        JsonPath report = answer("analyst", "needs?asOf=2025-12-31");

        assertThat(report.getInt("openNobodyOffers"), is(1));
        assertThat(report.getList("openNobodyOffersByTopic.key"), contains("LAW"));
    }

    @Test
    void timesEndWithAWithdrawalOrWhenSomebodyLeaves() {
        JsonPath report = answer("analyst", "needs?asOf=2025-12-31");

        assertThat(report.getList("timeToMet.points.time"), contains(5f, 10f, 31f, 364f));
        assertThat(report.getList("timeToMet.points.events"), contains(0, 1, 0, 0));
    }

    @Test
    void aNeedWasOpenUntilItWasMet() {
        JsonPath report = answer("analyst", "needs?asOf=2025-01-10");

        assertThat(report.getInt("met"), is(0));
        assertThat(report.getInt("open"), is(4));
        assertThat(answer("organiser", "needs?asOf=2025-12-31").get("met"), nullValue());
    }
}
