package org.rapport.reporting.report.readinessexposure;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.given.Reports.answer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.SmallWorld;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RandomisedSessionTest {

    /** Chance puts Ana and Ben into one session and Cid into another; Ben goes to Cid's, and Ana to none. */
    @Test
    void pairsAreComparedByWhereChancePutThemWhereverTheyWent() {
        SmallWorld world = new SmallWorld();
        UUID ana = world.person();
        UUID ben = world.person();
        UUID cid = world.person();
        UUID held = world.event("2025-01-10", "HELD");
        UUID red = world.session(held, "RANDOMISED");
        UUID blue = world.session(held, "RANDOMISED");
        world.isPutByChance(held, red, ana, ben);
        world.isPutByChance(held, blue, cid);
        world.attends(held, ana);
        world.attendsSession(held, blue, ben, cid);
        world.exchange(ana, ben, "2025-02-01");
        world.alone();

        JsonPath report = answer("analyst", "readiness-exposure?asOf=2025-12-31");

        assertThat(report.getInt("comparisons.find { it.group == 'randomisedSession' }.dyads"), is(1));
        assertThat(report.getInt("comparisons.find { it.group == 'randomisedSession' }.exchanging"), is(1));
        assertThat(report.getInt("comparisons.find { it.group == 'randomisedSession' }.comparedDyads"), is(2));
        assertThat(report.getInt("comparisons.find { it.group == 'randomisedSession' }.comparedExchanging"), is(0));
    }
}
