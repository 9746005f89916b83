package org.rapport.reporting.report.timetoexchange;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.report.EventFilter;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.participation.Selection.Ascertainment;
import org.rapport.reporting.report.participation.Selection.Role;
import org.rapport.reporting.report.participation.Selection.Unit;
import org.rapport.reporting.statistics.TwoByTwo;
import org.rapport.reporting.statistics.survival.KaplanMeier;
import org.rapport.reporting.statistics.survival.LogRank;

class TimeTallyTest {

    private static final TimeQuestion QUESTION = new TimeQuestion(
            new Selection(
                    Instant.parse("2026-01-01T00:00:00Z"),
                    new EventFilter(null, null, null, null, null, null),
                    false,
                    false,
                    Role.ANY,
                    Unit.PARTICIPATION,
                    Ascertainment.RECORDED),
            null,
            List.of(Covariate.EMBEDDED));

    @Test
    void givesUpTheRegressionAloneIfThereAreTooManyRowsForIt() {
        TimeTally few = tallyOf(3, 3);
        TimeTally many = tallyOf(4, 3);

        assertThat(few.tooManyForRegression(), is(false));
        assertThat(few.times().columns().get("embedded").length, is(3));
        assertThat(many.tooManyForRegression(), is(true));
        assertThat(many.days.size(), is(4L));
        assertThat(many.table().table(), is(new TwoByTwo(0, 0, 2, 2)));
    }

    @Test
    void countsPartsOfThePeopleAsIfTheyWereOne() {
        TimeTally whole = tallyOf(7, 9);
        TimeTally joined = tallyOf(0, 3, 9);
        joined.join(tallyOf(3, 7, 9));

        assertThat(joined.units.count(), is(7L));
        assertThat(joined.table().table(), is(whole.table().table()));
        FollowedRows.Times expected = whole.times();
        FollowedRows.Times times = joined.times();
        assertThat(times.participant(), is(expected.participant()));
        assertThat(times.event(), is(new int[] {0, 1, 2, 0, 1, 2, 0}));
        assertThat(times.columns().get("embedded"), is(expected.columns().get("embedded")));
        assertThat(LogRank.of(times.times(), times.event()), is(LogRank.of(expected.times(), expected.event())));
        assertThat(KaplanMeier.of(joined.days.counts()), is(KaplanMeier.of(expected.times())));
    }

    @Test
    void partsThatAreTooManyTogetherAreGivenUp() {
        TimeTally joined = tallyOf(0, 3, 5);
        joined.join(tallyOf(3, 6, 5));

        assertThat(joined.tooManyForRegression(), is(true));
        assertThat(joined.days.size(), is(6L));
    }

    private static TimeTally tallyOf(int people, int maxRegressionRows) {
        return tallyOf(0, people, maxRegressionRows);
    }

    private static TimeTally tallyOf(int from, int to, int maxRegressionRows) {
        TimeTally tally = new TimeTally(QUESTION, maxRegressionRows);
        for (int i = from; i < to; i++) {
            tally.add(new Participation(
                    new UUID(0, i),
                    new UUID(1, i % 3),
                    i % 3,
                    null,
                    false,
                    i % 2 == 0,
                    false,
                    false,
                    0,
                    List.of(),
                    null,
                    200L,
                    200,
                    null,
                    0,
                    i % 2,
                    i % 2 == 0 ? null : Long.valueOf(10)));
        }
        return tally;
    }
}
