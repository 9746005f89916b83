package org.rapport.reporting.statistics.network;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.statistics.Reference.assertAgrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.statistics.Reference;
import org.rapport.reporting.statistics.TwoByTwo;
import org.rapport.reporting.statistics.regression.Coefficients;
import org.rapport.reporting.statistics.regression.Covariates;
import org.rapport.reporting.statistics.regression.LeastSquares;
import org.rapport.reporting.statistics.regression.LogisticRegression;

/** Whether women who came to early events together came to late ones together. */
class DyadicRobustReferenceTest {

    private static final JsonNode EXPECTED = Reference.expected("07_davis_coattendance");

    private final Coattendance women = new Coattendance();
    private final int dyads = women.women() * (women.women() - 1) / 2;
    private final int[] first = new int[dyads];
    private final int[] second = new int[dyads];
    private final double[] early = new double[dyads];
    private final double[] late = new double[dyads];

    DyadicRobustReferenceTest() {
        int next = 0;
        for (int i = 0; i < women.women(); i++) {
            for (int j = 0; j < i; j++) {
                first[next] = i;
                second[next] = j;
                early[next] = women.early().cell(i, j);
                late[next] = women.late().cell(i, j);
                next++;
            }
        }
    }

    @Test
    void agreesOnWhoCameToEventsTogether() {
        int[] cells = new int[4];
        for (int i = 0; i < dyads; i++) {
            cells[(early[i] > 0 ? 0 : 2) + (late[i] > 0 ? 0 : 1)]++;
        }
        JsonNode expected = EXPECTED.get("early_late").get("table");
        assertThat(cells[0], is(expected.get("a").asInt()));
        assertThat(cells[1], is(expected.get("b").asInt()));
        assertThat(cells[2], is(expected.get("c").asInt()));
        assertThat(cells[3], is(expected.get("d").asInt()));
    }

    @Test
    void agreesOnLeastSquares() {
        JsonNode expected = EXPECTED.get("dyadic_ols_latecount_on_earlycount");
        assertThat(dyads, is(EXPECTED.get("dyads").asInt()));
        assertErrors(LeastSquares.of(covariates(), late).coefficients(), expected);
    }

    @Test
    void agreesOnLogisticRegression() {
        boolean[] any = new boolean[dyads];
        for (int i = 0; i < dyads; i++) {
            any[i] = late[i] > 0;
        }
        assertErrors(
                LogisticRegression.fit(covariates(), any).coefficients(),
                EXPECTED.get("dyadic_logit_late_any_on_earlycount"));
    }

    /** Pairs in the simulated world: whether meeting goes with exchanging, for pairs with a prior match and for others. */
    @Test
    void agreesOnRelativeRisksOfPairsCountedAtSeveralEvents() {
        DyadicRelativeRisk risks = new DyadicRelativeRisk(2);
        Reference.rows("10_dyads/people.csv").forEach(row -> risks.addPerson(table(row, 1), table(row, 5)));
        Reference.rows("10_dyads/pairs.csv")
                .forEach(row -> risks.addPairs(Long.parseLong(row[0]), table(row, 1), table(row, 5)));

        JsonNode expected =
                Reference.json("/world/expected.json").get("sets").get("X1").get("expected");
        JsonNode robust = expected.get("dyadicRobust");
        assertThat(risks.table(0), is(new TwoByTwo(13, 272, 1, 115)));
        assertAgrees(
                "matched",
                risks.relativeRisk(0).value(),
                expected.get("relativeRiskMatched").get("value"));
        assertAgrees(
                "matched", risks.relativeRisk(0).seLog(), robust.get("matched").get("seLog"));
        assertAgrees(
                "unmatched",
                risks.relativeRisk(1).seLog(),
                robust.get("unmatched").get("seLog"));
        assertAgrees(
                "ratio",
                risks.ratio(0, 1).value(),
                expected.get("ratioOfRelativeRisks").get("value"));
        assertAgrees("ratio", risks.ratio(0, 1).seLog(), robust.get("ratio").get("seLog"));
    }

    private static TwoByTwo table(String[] row, int first) {
        return new TwoByTwo(
                Long.parseLong(row[first]),
                Long.parseLong(row[first + 1]),
                Long.parseLong(row[first + 2]),
                Long.parseLong(row[first + 3]));
    }

    private Covariates covariates() {
        return Covariates.of(dyads, Map.of("early", early));
    }

    private void assertErrors(Coefficients actual, JsonNode expected) {
        for (int j = 0; j < 2; j++) {
            assertAgrees(
                    "coefficient",
                    actual.modelBased().coefficient(j),
                    expected.get("coef").get(j));
            assertAgrees(
                    "classical",
                    actual.modelBased().standardError(j),
                    expected.get("se_classical").get(j));
            assertAgrees(
                    "robust",
                    actual.dyadicRobust(first, second).standardError(j),
                    expected.get("se_dyadic_robust").get(j));
        }
    }
}
