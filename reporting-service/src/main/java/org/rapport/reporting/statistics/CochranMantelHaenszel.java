package org.rapport.reporting.statistics;

import java.util.List;

/**
 * Test that exposure and outcome are independent within every stratum: (Σa - Σ n1 m1/N)² / Σ n1 n0 m1 m0 / (N² (N - 1)),
 * one degree of freedom. Powerful when the association has one direction throughout. Mantel and Haenszel 1959.
 *
 * @param corrected with the deviation less 1/2, except where it is smaller than that anyway (as R does)
 */
public record CochranMantelHaenszel(
        Double statistic, Long df, Double pValue, String method, TestResult corrected, String reason) {

    private static final String METHOD = "no continuity correction";

    /** @param tables informative ones */
    static CochranMantelHaenszel of(List<TwoByTwo> tables) {
        if (tables.isEmpty()) {
            return new CochranMantelHaenszel(null, null, null, null, null, Reason.NO_INFORMATIVE_STRATUM);
        }
        double deviation = 0;
        double variance = 0;
        for (TwoByTwo table : tables) {
            double n = table.total();
            // a - n1 m1 / N = (ad - bc) / N
            deviation += table.crossDifference() / n;
            variance += table.exposed()
                    / n
                    * (table.unexposed() / n)
                    * table.outcomes()
                    * ((n - table.outcomes()) / (n - 1));
        }
        double distance = Math.abs(deviation);
        double kept = distance < 0.5 ? distance : distance - 0.5;
        TestResult test = TestResult.chiSquared(distance * distance / variance, 1, METHOD);
        TestResult corrected = TestResult.chiSquared(kept * kept / variance, 1, "continuity correction of 1/2");
        return new CochranMantelHaenszel(test.statistic(), 1L, test.pValue(), METHOD, corrected, null);
    }

    public boolean defined() {
        return pValue != null;
    }
}
