package org.rapport.reporting.statistics;

import java.util.List;

/**
 * Test that the odds ratio is the same in every stratum: Σ (a - E)² / V, where E is the cell that gives a stratum's
 * margins the pooled odds ratio and V = 1 / (1/A + 1/B + 1/C + 1/D) over the cells so fitted; degrees of freedom one
 * less than the informative strata. Approximate, and weak with small strata. Breslow and Day 1980.
 *
 * @param tarone less (Σ(a - E))² / ΣV, for the pooled odds ratio not being the most likely one: Tarone 1985
 */
public record BreslowDay(Double statistic, Long df, Double pValue, String method, TestResult tarone, String reason) {

    static BreslowDay undefined(String reason) {
        return new BreslowDay(null, null, null, null, null, reason);
    }

    /** @param tables informative ones */
    static BreslowDay of(List<TwoByTwo> tables, Estimate pooledOddsRatio) {
        if (tables.size() < 2) {
            return undefined("fewer than two informative strata");
        }
        if (!pooledOddsRatio.isDefined()) {
            return undefined(pooledOddsRatio.reason());
        }
        double statistic = 0;
        double deviations = 0;
        double variances = 0;
        for (TwoByTwo table : tables) {
            double fitted = fittedCell(table, pooledOddsRatio.value());
            double variance = 1
                    / (1 / fitted
                            + 1 / (table.exposed() - fitted)
                            + 1 / (table.outcomes() - fitted)
                            + 1 / ((double) table.d() - table.a() + fitted));
            double deviation = table.a() - fitted;
            statistic += deviation * deviation / variance;
            deviations += deviation;
            variances += variance;
        }
        long df = tables.size() - 1L;
        double adjusted = Math.max(0, statistic - deviations * deviations / variances);
        TestResult test = TestResult.chiSquared(statistic, df, "Breslow-Day");
        return new BreslowDay(
                test.statistic(),
                df,
                test.pValue(),
                "Breslow-Day",
                TestResult.chiSquared(adjusted, df, "Breslow-Day-Tarone"),
                null);
    }

    public boolean isDefined() {
        return pValue != null;
    }

    /** The x within the margins that solves x (d - a + x) = ψ (n1 - x) (m1 - x). */
    private static double fittedCell(TwoByTwo table, double oddsRatio) {
        double smallest = Math.max(0, (double) table.a() - table.d());
        double largest = Math.min(table.exposed(), table.outcomes());
        double offset = (double) table.d() - table.a();
        return Roots.increasing(
                x -> x * (offset + x) - oddsRatio * (table.exposed() - x) * (table.outcomes() - x), smallest, largest);
    }
}
