package org.rapport.reporting.report.coverage;

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
class CoverageReportTest {

    private static final String QUESTION = "coverage?asOf=2025-12-31";

    private static boolean loaded;
    private static UUID onlyEvent;

    /** Three attend; one answers after half a year, one after a month, one left; another stays away but answers. */
    @BeforeEach
    void givenFollowUps() {
        if (loaded) {
            return;
        }
        SmallWorld world = new SmallWorld();
        UUID ana = world.person();
        UUID ben = world.person();
        UUID leaves = world.personWhoLeft("2025-03-01");
        UUID away = world.person();
        UUID event = world.event("2025-01-10", "HELD");
        world.attends(event, ana, ben, leaves, world.personWithoutConsent());
        world.staysAway(event, away);
        world.need(ana, "T1", "2025-01-01", null, null);
        world.need(ben, "T1", "2025-02-01", null, null);
        world.exchange(ana, ben, "2025-02-01");
        world.answers(event, ana, 180, "2025-07-20");
        world.answers(event, ben, 30, "2025-02-15");
        world.answers(event, away, 30, "2025-02-15");
        world.attends(UUID.randomUUID(), ana);
        world.alone();
        onlyEvent = event;
        loaded = true;
    }

    @Test
    void followUpsAreCountedByWaveAndByWhetherTheyCame() {
        JsonPath report = answer("analyst", QUESTION);

        assertThat(
                report.getList("followUps.key"),
                contains(
                        "attended 30",
                        "attended 90",
                        "attended 180",
                        "attended 365",
                        "notAttended 30",
                        "notAttended 90",
                        "notAttended 180",
                        "notAttended 365"));
        assertThat(report.getList("followUps.due"), contains(3, 2, 2, 0, 1, 1, 1, 0));
        assertThat(report.getList("followUps.answered"), contains(1, 0, 1, 0, 1, 0, 0, 0));
        assertThat(report.getInt("followUps[0].share.of"), is(3));
        assertThat(report.getString("followUps[3].share.reason"), is("nobody in the group"));
    }

    @Test
    void whatIsRecordedIsToldFromWhatIsConfirmed() {
        JsonPath report = answer("analyst", QUESTION);

        assertThat(report.getInt("ascertainment.recorded.ascertained"), is(2));
        assertThat(report.getInt("ascertainment.confirmed.ascertained"), is(1));
        assertThat(report.getInt("ascertainment.confirmed.unascertained"), is(2));
        assertThat(report.getList("warnings"), hasItem(containsString("Of fewer than 70 %")));
    }

    @Test
    void answersAreCountedByCellOfTheTable() {
        JsonPath report = answer("analyst", QUESTION);

        assertThat(
                report.getList("cells.key"),
                contains("readyEngaged", "readyNotEngaged", "notReadyEngaged", "notReadyNotEngaged"));
        assertThat(report.getList("cells.participations"), contains(1, 0, 1, 1));
        assertThat(report.getList("cells.answered"), contains(1, 0, 1, 0));
        assertThat(report.getList("events.participations"), contains(3));
        assertThat(report.getList("events.unascertained"), contains(1));
    }

    @Test
    void whatIsMissingIsCounted() {
        JsonPath report = answer("analyst", QUESTION);

        assertThat(report.getInt("lateNeeds"), is(1));
        assertThat(report.getInt("consentWithheld.participations"), is(1));
        assertThat(report.getInt("consentWithheld.participants"), is(1));
        assertThat(report.getInt("unresolvedReferences.find { it.key == 'attendance.event_id' }.unresolved"), is(1));
        assertThat(report.getInt("unresolvedReferences.find { it.key == 'need.topic' }.unresolved"), is(2));
    }

    @Test
    void ofTheOnlyEventTheSameIsCountedAsOfEverything() {
        JsonPath all = answer("analyst", QUESTION);
        JsonPath ofOne = answer("analyst", QUESTION + "&event=" + onlyEvent);

        for (String part :
                new String[] {"followUps", "ascertainment", "cells", "events", "lateNeeds", "consentWithheld"}) {
            assertThat(part, ofOne.<Object>get(part), is(all.<Object>get(part)));
        }
    }

    @Test
    void nothingLaterThanTheMomentAskedForIsCounted() {
        JsonPath report = answer("analyst", "coverage?asOf=2025-02-14");

        assertThat(report.getList("followUps.due"), contains(3, 0, 0, 0, 1, 0, 0, 0));
        assertThat(report.getList("followUps.answered"), contains(0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(report.getList("events.answered"), contains(0));
        JsonPath beforeConsent = answer("analyst", "coverage?asOf=1999-01-01");
        assertThat(
                beforeConsent.getInt("consentWithheld.participants"),
                is(beforeConsent.getInt("consentWithheld.ofParticipants")));
    }

    @Test
    void whatIsMissingIsCountedAnewWhenThereAreNews() {
        loaded = false;
        SmallWorld world = new SmallWorld();
        UUID ana = world.person();
        world.need(ana, "T1", "2025-01-01", null, null);
        world.alone();
        assertThat(needsWithoutTopic(), is(1));
        world.need(ana, "T2", "2025-01-01", null, null);
        world.alone();
        assertThat(needsWithoutTopic(), is(2));
    }

    private static int needsWithoutTopic() {
        return answer("analyst", QUESTION).getInt("unresolvedReferences.find { it.key == 'need.topic' }.unresolved");
    }

    @Test
    void fewPeopleAreToldOnlyToAnalysts() {
        JsonPath report = answer("organiser", QUESTION);

        assertThat(report.getList("followUps[0..2].due"), everyItem(nullValue()));
        assertThat(report.getList("cells.participations"), everyItem(nullValue()));
        assertThat(report.getList("events.participations"), everyItem(nullValue()));
        assertThat(report.get("ascertainment.recorded.ascertained"), nullValue());
        assertThat(report.get("consentWithheld.participants"), nullValue());
        JsonPath nobody = answer("analyst", "coverage?asOf=2020-01-01");
        assertThat(nobody.getInt("population.participations"), is(0));
        assertThat(nobody.getString("ascertainment.recorded.share.reason"), is("nobody in the group"));
        ask("analyst", "coverage?window=1").statusCode(422);
        ask("analyst", "coverage?exposure=ready").statusCode(400);
    }
}
