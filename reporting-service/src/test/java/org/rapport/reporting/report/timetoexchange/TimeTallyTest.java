package org.rapport.reporting.report.timetoexchange;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
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
        TimeTally.Times times = many.times();
        assertThat(times.columns(), anEmptyMap());
        assertThat(times.times().size(), is(4));
        assertThat(times.times().events(), is(2L));
        assertThat(times.participant(), is(new int[] {0, 1, 2, 3}));
    }

    private static TimeTally tallyOf(int people, int maxRegressionRows) {
        TimeTally tally = new TimeTally(QUESTION, maxRegressionRows);
        for (int i = 0; i < people; i++) {
            tally.add(new Participation(
                    new UUID(0, i),
                    new UUID(1, 0),
                    0,
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
