package org.rapport.reporting.statistics;

/**
 * Interval of the relative risk by inverting the score test: the θ at which (p1 - θ p0)² / (P1 Q1/n1 + θ² P0 Q0/n0)
 * equals z², where P0 and P1 = θ P0 are the most likely risks whose ratio is θ. They solve A P0² + B P0 + C = 0 with A =
 * N θ, B = -(n1 θ + a + n0 + c θ), C = m1. Koopman 1984.
 */
final class KoopmanScore {

    private static final String METHOD = "Koopman score";

    private final double a;
    private final double c;
    private final double n1;
    private final double n0;

    /** @param table with somebody in both groups and at least one outcome */
    KoopmanScore(TwoByTwo table) {
        this.a = table.a();
        this.c = table.c();
        this.n1 = table.exposed();
        this.n0 = table.unexposed();
    }

    Estimate relativeRisk() {
        if (c == 0) {
            return Estimate.unboundedAbove(lower(), METHOD, Reason.NO_OUTCOME);
        }
        return Estimate.of(a / n1 / (c / n0), a == 0 ? 0 : lower(), upper(), METHOD);
    }

    /** The root below the estimate, on the logarithmic scale. */
    private double lower() {
        double top = c == 0 ? Math.log(n0 + 1) : Math.log(a / n1 / (c / n0));
        double from = top;
        for (double step = 1; c == 0 && excess(top) > 0; step *= 2) {
            top += step;
        }
        for (double step = 1; excess(from) <= 0; step *= 2) {
            from -= step;
        }
        return Math.exp(Roots.increasing(log -> -excess(log), from, top));
    }

    /** The root above the estimate, on the logarithmic scale. */
    private double upper() {
        double from = a == 0 ? -Math.log(n1 + 1) : Math.log(a / n1 / (c / n0));
        double to = from;
        for (double step = 1; a == 0 && excess(from) > 0; step *= 2) {
            from -= step;
        }
        for (double step = 1; excess(to) <= 0; step *= 2) {
            to += step;
        }
        return Math.exp(Roots.increasing(this::excess, from, to));
    }

    /** The score statistic at log θ, less what is allowed. */
    private double excess(double logRatio) {
        double ratio = Math.exp(logRatio);
        double difference = a / n1 - ratio * (c / n0);
        double p0 = mostLikelyUnexposed(ratio);
        double p1 = Math.min(1, ratio * p0);
        double variance = p1 * (1 - p1) / n1 + ratio * ratio * p0 * (1 - p0) / n0;
        return difference == 0 ? -1 : difference * difference / variance - Confidence.Z * Confidence.Z;
    }

    /**
     * The smaller root, as 2C / (-B + √(B² - 4AC)), where nothing cancels; nor does it in the discriminant once it is
     * written as (n0 + a - θ (n1 + c))² + 4 b d θ.
     */
    private double mostLikelyUnexposed(double ratio) {
        double minusB = n1 * ratio + a + n0 + c * ratio;
        double root = Math.hypot(n0 + a - ratio * (n1 + c), 2 * Math.sqrt((n1 - a) * (n0 - c) * ratio));
        return Math.min(1, 2 * (a + c) / (minusB + root));
    }
}
