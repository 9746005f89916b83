package org.rapport.reporting.report.power;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
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
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.SmallWorld;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class PowerReportTest {

    private static final String READINESS = "comparisons.find { it.key == 'readiness' }";
    private static final int PEOPLE = 60;
    private static final double POWER = 0.11890741485950013;
    private static final double NEEDED = 380.3616962362033;

    private static boolean loaded;

    /** Of thirty who were ready fourteen engaged, of thirty others eleven. */
    @BeforeEach
    void givenSixtyPeople() {
        if (loaded) {
            return;
        }
        SmallWorld world = new SmallWorld();
        UUID[] people = new UUID[PEOPLE];
        UUID event = world.event("2025-01-10", "HELD");
        for (int i = 0; i < PEOPLE; i++) {
            people[i] = world.person();
            world.attends(event, people[i]);
            if (i < PEOPLE / 2) {
                world.need(people[i], "T1", "2025-01-01", null, null);
            }
        }
        for (int i = 0; i < 14; i += 2) {
            world.exchange(people[i], people[i + 1], "2025-02-01");
        }
        for (int i = 30; i < 40; i += 2) {
            world.exchange(people[i], people[i + 1], "2025-02-01");
        }
        world.exchange(people[40], people[39], "2025-02-01");
        world.alone();
        loaded = true;
    }

    /** R: power.prop.test(n = 30, p1 = 14/30, p2 = 11/30, power = NULL), and the same for n. */
    @Test
    void sizesAreThoseOfR() {
        JsonPath report = answer("analyst", "power?asOf=2025-12-31");

        assertThat(report.getInt(READINESS + ".exposed"), is(30));
        assertThat(report.getInt(READINESS + ".riskExposed.count"), is(14));
        assertThat(report.getInt(READINESS + ".riskUnexposed.count"), is(11));
        assertThat(report.getDouble(READINESS + ".powerForObserved"), closeTo(POWER, 1e-6));
        assertThat(30 * report.getDouble(READINESS + ".neededForObserved.times"), closeTo(NEEDED, 1e-3));
        assertThat(report.getInt(READINESS + ".neededForObserved.total"), is(2 * (int) Math.ceil(NEEDED)));
        assertThat(report.get(READINESS + ".detectableAbove.risk"), notNullValue());
        assertThat(
                report.getList("warnings"),
                hasItem(containsString("too few to conclude: 60 people would need 13 times as many")));
    }

    @Test
    void aComparisonWithNobodyOnOneSideHasNoSize() {
        JsonPath report = answer("analyst", "power?asOf=2025-12-31");
        String embedded = "comparisons.find { it.key == 'embeddedness' }";

        assertThat(report.getString(embedded + ".reason"), is("nobody in one of the groups"));
        assertThat(report.get(embedded + ".powerForObserved"), nullValue());
        assertThat(report.getString(embedded + ".neededForObserved.reason"), is("nobody in one of the groups"));
        JsonPath nobody = answer("analyst", "power?asOf=2020-01-01");
        assertThat(nobody.getInt("population.participations"), is(0));
        assertThat(nobody.getList("comparisons.detectableAbove.risk"), everyItem(nullValue()));
    }

    @Test
    void smallTablesAndExactCountsAreToldOnlyToAnalysts() {
        JsonPath report = answer("admin", "power?asOf=2025-12-31");

        assertThat(report.getInt(READINESS + ".riskExposed.count"), is(15));
        assertThat(report.getString("comparisons.find { it.key == 'needMatch' }.reason"), containsString("suppressed"));
        ask("analyst", "power?window=30").statusCode(422);
        ask("analyst", "power?alpha=0.1").statusCode(400);
    }
}
