package org.rapport.reporting.statistics;

/** The ratios of a 2x2 table of counts that needn't be whole, all positive. */
final class Ratios {

    private Ratios() {}

    static Estimate relativeRisk(double a, double b, double c, double d, String method) {
        double n1 = a + b;
        double n0 = c + d;
        // 1/a - 1/n1 written so that nothing cancels
        return Estimate.logNormal(a / n1 / (c / n0), Math.sqrt(b / a / n1 + d / c / n0), method);
    }

    static Estimate oddsRatio(double a, double b, double c, double d, String method) {
        return Estimate.logNormal(a / b / (c / d), Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), method);
    }
}
