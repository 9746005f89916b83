package org.rapport.reporting.projection;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.projection.Need.Assessment;
import org.rapport.reporting.projection.Need.Status;
import org.rapport.reporting.projection.Need.StatusChange;

/** When a need was open, and how it was assessed then. */
class NeedPeriodsTest {

    private static final Instant DECLARED = day(10);

    @Test
    void isOpenFromItsDeclarationOn() {
        assertThat(periods(List.of(), open(10)), contains("[2024-01-10T00:00:00Z,) -"));
    }

    @Test
    void isNotOpenAtTheInstantItIsMet() {
        assertThat(periods(List.of(), open(10), met(20)), contains("[2024-01-10T00:00:00Z,2024-01-20T00:00:00Z) -"));
    }

    @Test
    void isOpenAgainOnceReopened() {
        assertThat(
                periods(List.of(), open(10), met(20), open(25)),
                contains("[2024-01-10T00:00:00Z,2024-01-20T00:00:00Z) -", "[2024-01-25T00:00:00Z,) -"));
    }

    @Test
    void wasNeverOpenWhenMetAtItsDeclaration() {
        assertThat(periods(List.of(), open(10), met(10)), empty());
    }

    @Test
    void isNotOpenBeforeItsDeclarationWhateverTheHistorySays() {
        assertThat(periods(List.of(), open(1)), contains("[2024-01-10T00:00:00Z,) -"));
        assertThat(periods(List.of(), met(5)), empty());
    }

    @Test
    void hasTheLatestAssessmentOfEachTime() {
        assertThat(
                periods(List.of(assessed(15, 3), assessed(5, 1)), open(10), met(20)),
                contains(
                        "[2024-01-10T00:00:00Z,2024-01-15T00:00:00Z) 1",
                        "[2024-01-15T00:00:00Z,2024-01-20T00:00:00Z) 3"));
    }

    @Test
    void isUnassessedUntilItsFirstAssessment() {
        assertThat(
                periods(List.of(assessed(12, 2)), open(10)),
                contains("[2024-01-10T00:00:00Z,2024-01-12T00:00:00Z) -", "[2024-01-12T00:00:00Z,) 2"));
    }

    @Test
    void ofTwoAssessmentsAtOnceTheOneListedLaterCounts() {
        assertThat(periods(List.of(assessed(10, 1), assessed(10, 4)), open(10)), contains("[2024-01-10T00:00:00Z,) 4"));
    }

    @Test
    void assessmentsWhileItIsClosedShowWhenItIsOpenAgain() {
        assertThat(
                periods(List.of(assessed(10, 1), assessed(22, 4)), open(10), met(20), open(25)),
                contains("[2024-01-10T00:00:00Z,2024-01-20T00:00:00Z) 1", "[2024-01-25T00:00:00Z,) 4"));
    }

    private static List<String> periods(List<Assessment> assessments, StatusChange... history) {
        UUID id = new UUID(0, 1);
        return new Need(id, id, "T", null, DECLARED, assessments, Status.OPEN, List.of(history), null)
                .periods().stream()
                        .map(row -> row.during() + " " + (row.specificity() == null ? "-" : row.specificity()))
                        .toList();
    }

    private static StatusChange open(int day) {
        return new StatusChange(Status.OPEN, day(day));
    }

    private static StatusChange met(int day) {
        return new StatusChange(Status.MET, day(day));
    }

    private static Assessment assessed(int day, int specificity) {
        return new Assessment(day(day), specificity, 0, 0, 0);
    }

    private static Instant day(int day) {
        return Instant.parse("2024-01-%02dT00:00:00Z".formatted(day));
    }
}
