package org.rapport.reporting.report.communityversusbilateral;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.given.Reports.answer;
import static org.rapport.reporting.given.Reports.ask;

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
class CommunityReportTest {

    private static final String QUESTION = "community-versus-bilateral?asOf=2025-05-10T17:00:00Z";

    private static boolean loaded;

    /** Followed for four months of thirty days; one leaves after two months. */
    @BeforeEach
    void givenActsAndExchanges() {
        if (loaded) {
            return;
        }
        SmallWorld world = new SmallWorld();
        UUID ana = world.person();
        UUID ben = world.person();
        UUID cid = world.person();
        UUID leaves = world.personWhoLeft("2025-03-15");
        UUID event = world.event("2025-01-10", "HELD");
        world.attends(event, ana, ben, cid, leaves);
        world.acts(event, ana, "2025-01-10T12:00:00Z");
        world.acts(event, ana, "2025-01-11");
        world.acts(event, ana, "2025-01-12");
        world.acts(event, ben, "2025-02-09T17:00:00Z");
        world.acts(event, cid, "2025-02-09T17:00:01Z");
        // in the third month, to whose end this one could not be followed
        world.acts(event, leaves, "2025-03-12");
        world.acts(event, world.person(), "2025-01-11");
        world.exchange(ana, ben, "2025-02-20");
        world.exchange(ana, ben, "2025-02-21");
        world.exchange(ben, cid, "2025-04-20");
        world.exchange(ana, leaves, "2025-03-12");
        world.alone();
        loaded = true;
    }

    @Test
    void eachMonthCountsThoseFollowedToItsEnd() {
        JsonPath report = answer("analyst", QUESTION);

        assertThat(report.getList("months[0..4].followed"), contains(4, 4, 3, 3, 0));
        assertThat(report.getList("months[0..4].acts"), contains(3, 1, 0, 0, 0));
        assertThat(report.getList("months[0..4].activeMembers"), contains(2, 1, 0, 0, 0));
        assertThat(report.getList("months[0..4].exchanges"), contains(0, 2, 0, 1, 0));
        assertThat(report.getList("months[0..4].pairs"), contains(0, 1, 0, 1, 0));
        assertThat(report.getList("months[0..4].exchangingMembers"), contains(0, 2, 0, 2, 0));
        assertThat(report.getFloat("months[0].activeShare.value"), is(0.5f));
        assertThat(report.getString("months[4].activeShare.reason"), is("nobody in the group"));
        assertThat(report.getList("warnings"), hasItem(containsString("compare rates")));
    }

    @Test
    void theHalfLifeIsCountedFromThePeak() {
        JsonPath report = answer("analyst", QUESTION);

        assertThat(report.getInt("halfLife.acts.peakMonth"), is(1));
        assertThat(report.getInt("halfLife.acts.months"), is(1));
        assertThat(report.getInt("halfLife.exchanges.peakMonth"), is(2));
        assertThat(report.getInt("halfLife.exchanges.months"), is(1));
    }

    @Test
    void whereNothingIsKnownOrHappenedThereIsNoHalfLife() {
        JsonPath nobody = answer("analyst", "community-versus-bilateral?asOf=2020-01-01");
        assertThat(nobody.getString("halfLife.acts.reason"), is("nobody was followed for a month"));
        assertThat(nobody.getInt("months[0].followed"), is(0));

        JsonPath early = answer("analyst", "community-versus-bilateral?asOf=2025-02-10");
        assertThat(early.getString("halfLife.exchanges.reason"), is("nothing happened"));
        assertThat(early.getString("halfLife.acts.reason"), is("not down to a half within the months observed"));
    }

    @Test
    void fewPeopleAreToldOnlyToAnalysts() {
        JsonPath report = answer("organiser", "community-versus-bilateral?asOf=2025-05-31");

        assertThat(report.getList("months[0..3].acts"), everyItem(nullValue()));
        assertThat(report.getList("months[0..3].pairs"), everyItem(nullValue()));
        assertThat(report.getString("halfLife.acts.reason"), containsString("suppressed"));
        ask("organiser", "community-versus-bilateral?asOf=2025-05-31&confirmed=perhaps")
                .statusCode(400);
        ask("organiser", "community-versus-bilateral?asOf=2025-05-31&country=ZZ")
                .statusCode(422);
    }
}
