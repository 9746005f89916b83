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
        if (!pooledOddsRatio.defined()) {
            return undefined(pooledOddsRatio.reason());
        }
        double statistic = 0;
        double deviations = 0;
        double variances = 0;
        for (TwoByTwo table : tables) {
            double[] fitted = fittedCells(table, pooledOddsRatio.value());
            double variance = 1 / (1 / fitted[0] + 1 / fitted[1] + 1 / fitted[2] + 1 / fitted[3]);
            double deviation = deviation(table, fitted);
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

    public boolean defined() {
        return pValue != null;
    }

    /** Every cell by itself: as the difference of a margin and another cell a small one would lose its digits. */
    private static double[] fittedCells(TwoByTwo table, double oddsRatio) {
        double n1 = table.exposed();
        double n0 = table.unexposed();
        double m1 = table.outcomes();
        double m0 = table.total() - table.outcomes();
        return new double[] {
            fittedCell(n1, n0, m1, oddsRatio),
            fittedCell(n1, n0, m0, 1 / oddsRatio),
            fittedCell(n0, n1, m1, 1 / oddsRatio),
            fittedCell(n0, n1, m0, oddsRatio)
        };
    }

    /** a - E, up to its sign the same of all four cells, by the cell that leaves it the most digits. */
    private static double deviation(TwoByTwo table, double[] fitted) {
        double[] deviations = {
            table.a() - fitted[0], fitted[1] - table.b(), fitted[2] - table.c(), table.d() - fitted[3]
        };
        int smallest = 0;
        for (int cell = 1; cell < 4; cell++) {
            smallest = fitted[cell] < fitted[smallest] ? cell : smallest;
        }
        return deviations[smallest];
    }

    /**
     * The x within the margins that solves x (n0 - m1 + x) = ψ (n1 - x)(m1 - x), each form of the root used where nothing
     * in it cancels: a cell however small keeps its digits.
     *
     * @param row the row's total
     * @param other the other row's
     * @param column the column's
     */
    private static double fittedCell(double row, double other, double column, double oddsRatio) {
        double p = oddsRatio * row;
        double q = (oddsRatio - 1) * column;
        double b = oddsRatio * (row + column) + (other - column);
        double discriminant = oddsRatio < 1 ? b * b - 4 * p * q : (p - q) * (p - q) + other * (other + 2 * (p + q));
        double root = Math.sqrt(discriminant);
        return b < 0 ? (root - b) / (2 * (1 - oddsRatio)) : 2 * p * column / (b + root);
    }
}
