package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.statistics.regression.Coefficients;
import org.rapport.reporting.statistics.regression.Covariates;
import org.rapport.reporting.statistics.regression.LogisticRegression;

class InteractionTest {

    private static final int PRODUCT = 3;

    private final TwoByTwo one = new TwoByTwo(20, 30, 11, 40);
    private final TwoByTwo other = new TwoByTwo(9, 45, 12, 33);

    /** The product term of a saturated logistic regression is the same quantity, by another way altogether. */
    @Test
    void theRatioOfOddsRatiosIsTheProductTermOfALogisticRegression() {
        int rows = (int) (one.total() + other.total());
        double[] group = new double[rows];
        double[] exposed = new double[rows];
        boolean[] outcome = new boolean[rows];
        int[] cluster = new int[rows];
        int row = 0;
        for (TwoByTwo table : new TwoByTwo[] {one, other}) {
            long[] counts = {table.a(), table.b(), table.c(), table.d()};
            for (int cell = 0; cell < 4; cell++) {
                for (long i = 0; i < counts[cell]; i++) {
                    group[row] = table == one ? 1 : 0;
                    exposed[row] = cell < 2 ? 1 : 0;
                    outcome[row] = cell % 2 == 0;
                    cluster[row] = row % 60;
                    row++;
                }
            }
        }
        double[] product = new double[rows];
        Interaction.Clusters clusters = new Interaction.Clusters();
        for (int c = 0; c < 60; c++) {
            long[] counts = new long[8];
            for (int i = c; i < rows; i += 60) {
                product[i] = group[i] * exposed[i];
                counts[(group[i] == 1 ? 0 : 4) + (exposed[i] == 1 ? 0 : 2) + (outcome[i] ? 0 : 1)]++;
            }
            clusters.add(
                    new TwoByTwo(counts[0], counts[1], counts[2], counts[3]),
                    new TwoByTwo(counts[4], counts[5], counts[6], counts[7]));
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("group", group);
        columns.put("exposed", exposed);
        columns.put("product", product);

        Coefficients fit =
                LogisticRegression.fit(Covariates.of(rows, columns), outcome).coefficients();
        Interaction interaction = Interaction.of(one, other);

        Estimate ratio = interaction.ratioOfOddsRatios();
        assertThat(Math.log(ratio.value()), closeTo(fit.modelBased().coefficient(PRODUCT), 1e-9));
        assertThat(ratio.seLog(), closeTo(fit.modelBased().standardError(PRODUCT), 1e-9));
        assertThat(
                interaction.test().pValue(),
                closeTo(fit.modelBased().wald(PRODUCT).pValue(), 1e-9));
        assertThat(
                clusters.ratioOfOddsRatios().seLog(),
                closeTo(fit.clusterRobust(cluster).standardError(PRODUCT), 1e-9));
    }

    @Test
    void withOneRowPerClusterRobustErrorsOfTheRatioOfRisksAreKatzs() {
        Interaction.Clusters clusters = new Interaction.Clusters();
        TwoByTwo none = new TwoByTwo(0, 0, 0, 0);
        for (TwoByTwo table : new TwoByTwo[] {one, other}) {
            long[] counts = {table.a(), table.b(), table.c(), table.d()};
            for (int cell = 0; cell < 4; cell++) {
                for (long i = 0; i < counts[cell]; i++) {
                    long[] row = new long[4];
                    row[cell] = 1;
                    TwoByTwo single = new TwoByTwo(row[0], row[1], row[2], row[3]);
                    clusters.add(table == one ? single : none, table == one ? none : single);
                }
            }
        }

        Estimate naive = Interaction.of(one, other).ratioOfRelativeRisks();
        assertThat(clusters.ratioOfRelativeRisks().value(), closeTo(naive.value(), 1e-12));
        assertThat(clusters.ratioOfRelativeRisks().seLog(), closeTo(naive.seLog(), 1e-12));
    }

    @Test
    void whereOneOfTheTwoIsUndefinedSoIsTheRatio() {
        Interaction interaction = Interaction.of(one, new TwoByTwo(0, 0, 5, 5));
        assertThat(interaction.ratioOfRelativeRisks().reason(), is("nobody in one of the groups"));
        assertThat(interaction.ratioOfOddsRatios().reason(), is("nobody in one of the groups"));
        assertThat(interaction.differenceOfRiskDifferences().reason(), is("nobody in one of the groups"));
        assertThat(interaction.test().reason(), is("nobody in one of the groups"));
        assertThat(new Interaction.Clusters().ratioOfOddsRatios().reason(), is("nobody in one of the groups"));
    }
}
