package org.rapport.reporting.report.participation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.given.Reports.answer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.Happenings;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class StandingColumnsTest {

    private static final String NEWS = "; update read_model_state set state = gen_random_uuid()";

    @Inject
    StandingColumns columns;

    @AfterEach
    void fewPeopleAreLeft() {
        Facts.execute("delete from participant_events where attended = '{}' and absent = '{}'" + NEWS);
        columns.renew();
    }

    @Test
    void whatIsAskedOfManyPeopleIsAnsweredFromAMomentAgoUntilColumnsAreRenewed() {
        UUID event = worldOf(Columns.FEW_PEOPLE + 1);
        assertThat(participations("readiness?asOf=2026-01-01"), is(1));
        columns.renew();
        somebodyMoreAttends(event);

        assertThat(participations("readiness?asOf=2026-01-02"), is(1));
        assertThat(participations("readiness?asOf=2026-01-02"), is(1));
        assertThat(participations("readiness?asOf=2026-01-02&event=" + event), is(2));

        columns.renew();
        assertThat(participations("readiness?asOf=2026-01-02"), is(2));
        assertThat(participations("readiness?asOf=2026-01-03"), is(2));
    }

    @Test
    void columnsThatNobodyRenewsAreReadAnewByWhoeverAsks() {
        UUID event = worldOf(Columns.FEW_PEOPLE + 1);
        assertThat(participations("readiness?asOf=2026-01-01"), is(1));
        somebodyMoreAttends(event);
        assertThat(participations("readiness?asOf=2026-01-02"), is(2));
    }

    @Test
    void whatIsAskedOfFewPeopleIsAlwaysAnsweredFromThePresent() {
        UUID event = worldOf(Columns.FEW_PEOPLE - 10);
        assertThat(participations("readiness?asOf=2026-01-01"), is(1));
        columns.renew();
        somebodyMoreAttends(event);
        assertThat(participations("readiness?asOf=2026-01-02"), is(2));
    }

    @Test
    void coverageOfFewPeopleIsOfAMomentAgoTooAsItCountsMissingReferencesOfEverybody() {
        UUID event = worldOf(Columns.FEW_PEOPLE + 1);
        assertThat(participations("coverage?asOf=2026-01-01"), is(1));
        columns.renew();
        somebodyMoreAttends(event);
        assertThat(participations("coverage?asOf=2026-01-02&event=" + event), is(1));
        assertThat(participations("coverage?asOf=2026-01-02"), is(1));

        columns.renew();
        assertThat(participations("coverage?asOf=2026-01-02&event=" + event), is(2));
        assertThat(participations("coverage?asOf=2026-01-02"), is(2));
    }

    /** One of whom attended an event; the others are recorded nowhere. */
    private static UUID worldOf(int people) {
        Happenings world = new Happenings();
        UUID event = world.event("2025-03-01");
        world.attend(event, world.person());
        world.alone();
        Facts.execute("insert into participant_events select gen_random_uuid(), '{}', '{}' from generate_series(2, "
                + people + ")" + NEWS);
        return event;
    }

    private static void somebodyMoreAttends(UUID event) {
        Happenings news = new Happenings();
        news.attend(event, news.person());
        Facts.publish(news.facts());
        Facts.awaitApplied();
    }

    private static int participations(String question) {
        return answer("analyst", question).getInt("population.participations");
    }
}
