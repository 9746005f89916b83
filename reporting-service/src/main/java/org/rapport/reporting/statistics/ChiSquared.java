package org.rapport.reporting.statistics;

/**
 * The chi-squared test of a 2x2 table: N phi², one degree of freedom, without continuity correction.
 *
 * @param yates with Yates's correction, |ad - bc| less N/2 (not beyond 0); conservative
 * @param nMinusOne times (N - 1) / N, preferable in small samples: Campbell 2007
 */
public record ChiSquared(
        Double statistic,
        Long df,
        Double pValue,
        String method,
        TestResult yates,
        TestResult nMinusOne,
        String reason) {

    private static final String METHOD = "Pearson, no continuity correction";

    static ChiSquared undefined(String reason) {
        return new ChiSquared(null, null, null, null, null, null, reason);
    }

    static ChiSquared of(TwoByTwo table) {
        double n = table.total();
        double phi = table.correlation();
        TestResult pearson = TestResult.chiSquared(n * phi * phi, 1, METHOD);
        double cross = Math.abs(table.crossDifference());
        double kept = cross == 0 ? 0 : Math.max(0, cross - n / 2) / cross;
        double corrected = phi * kept;
        return new ChiSquared(
                pearson.statistic(),
                1L,
                pearson.pValue(),
                METHOD,
                TestResult.chiSquared(n * corrected * corrected, 1, "Pearson, Yates's continuity correction"),
                TestResult.chiSquared((n - 1) * phi * phi, 1, "Pearson times (N - 1) / N"),
                null);
    }

    public boolean defined() {
        return pValue != null;
    }
}
