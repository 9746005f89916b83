package org.rapport.reporting.statistics;

/**
 * A 2x2 table: rows exposed (a, b) and unexposed (c, d), columns outcome and no outcome. Every estimate takes the rows to
 * be independent people; when a person counts more than once, {@link ClusterRobust} belongs beside it.
 */
public record TwoByTwo(long a, long b, long c, long d) {

    /** Beyond it a double can't hold every count. */
    private static final long LARGEST_TOTAL = 1L << 53;

    public TwoByTwo {
        if (a < 0 || b < 0 || c < 0 || d < 0) {
            throw new IllegalArgumentException("Negative count in the table " + a + ", " + b + ", " + c + ", " + d);
        }
        if ((double) a + b + c + d > LARGEST_TOTAL) {
            throw new IllegalArgumentException("More than " + LARGEST_TOTAL + " in the table");
        }
    }

    public long exposed() {
        return a + b;
    }

    public long unexposed() {
        return c + d;
    }

    public long outcomes() {
        return a + c;
    }

    public long total() {
        return a + b + c + d;
    }

    /** Whether it says anything about an association: neither group is empty, and somebody has the outcome, not all. */
    public boolean informative() {
        return a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0;
    }

    public TwoByTwo plus(TwoByTwo other) {
        return new TwoByTwo(a + other.a, b + other.b, c + other.c, d + other.d);
    }

    /** p1 with Wilson's interval. */
    public Estimate riskExposed() {
        return new Proportion(a, exposed()).wilson();
    }

    /** p0 with Wilson's interval. */
    public Estimate riskUnexposed() {
        return new Proportion(c, unexposed()).wilson();
    }

    public Estimate riskExposedClopperPearson() {
        return new Proportion(a, exposed()).clopperPearson();
    }

    public Estimate riskUnexposedClopperPearson() {
        return new Proportion(c, unexposed()).clopperPearson();
    }

    /**
     * p1 - p0, with limits from the Wilson limits l, u of each risk: RD - √((p1-l1)² + (u0-p0)²), RD + √((u1-p1)² +
     * (p0-l0)²). Newcombe 1998, method 10.
     */
    public Estimate riskDifference() {
        if (hasEmptyGroup()) {
            return Estimate.undefined(Reason.EMPTY_GROUP);
        }
        Estimate p1 = riskExposed();
        Estimate p0 = riskUnexposed();
        double difference = p1.value() - p0.value();
        return Estimate.of(
                difference,
                difference - Math.hypot(p1.value() - p1.lower(), p0.upper() - p0.value()),
                difference + Math.hypot(p1.upper() - p1.value(), p0.value() - p0.lower()),
                "Newcombe");
    }

    /** p1 - p0 ± z √(p1 q1/n1 + p0 q0/n0): the textbook interval, too short in small groups. */
    public Estimate riskDifferenceWald() {
        if (hasEmptyGroup()) {
            return Estimate.undefined(Reason.EMPTY_GROUP);
        }
        double n1 = exposed();
        double n0 = unexposed();
        double variance = a / n1 * (b / n1) / n1 + c / n0 * (d / n0) / n0;
        return Estimate.normal(a / n1 - c / n0, Math.sqrt(variance), "Wald");
    }

    /** p1 / p0, log standard error √(1/a - 1/n1 + 1/c - 1/n0). Katz, Baptista, Azen and Pike 1978. */
    public Estimate relativeRisk() {
        if (hasEmptyGroup()) {
            return Estimate.undefined(Reason.EMPTY_GROUP);
        }
        if (a == 0 || c == 0) {
            return Estimate.undefined(Reason.NO_OUTCOME);
        }
        return Ratios.relativeRisk(a, b, c, d, "Katz log");
    }

    /** p1 / p0 with the interval of the score test, for small samples. Koopman 1984. */
    public Estimate relativeRiskKoopman() {
        if (hasEmptyGroup()) {
            return Estimate.undefined(Reason.EMPTY_GROUP);
        }
        return a + c == 0 ? Estimate.undefined(Reason.NO_OUTCOME) : new KoopmanScore(this).relativeRisk();
    }

    /** Relative risk with a half added to every cell, so that it exists; biased towards 1. Haldane 1956, Anscombe 1956. */
    public Estimate relativeRiskHaldane() {
        return Ratios.relativeRisk(a + 0.5, b + 0.5, c + 0.5, d + 0.5, "Katz log, 1/2 added to every cell");
    }

    /** ad / bc, log standard error √(1/a + 1/b + 1/c + 1/d). Woolf 1955. */
    public Estimate oddsRatio() {
        if (a == 0 || b == 0 || c == 0 || d == 0) {
            return Estimate.undefined(hasEmptyGroup() ? Reason.EMPTY_GROUP : Reason.EMPTY_CELL);
        }
        return Ratios.oddsRatio(a, b, c, d, "Woolf log");
    }

    /** Odds ratio with a half added to every cell, so that it exists; biased towards 1. Haldane 1956, Anscombe 1956. */
    public Estimate oddsRatioHaldane() {
        return Ratios.oddsRatio(a + 0.5, b + 0.5, c + 0.5, d + 0.5, "Woolf log, 1/2 added to every cell");
    }

    /** Inference that conditions on all margins, and so needs no large sample. */
    public ConditionalExact conditionalExact() {
        return ConditionalExact.of(this);
    }

    /**
     * Fisher's exact test: the probability, margins given, of the tables no more probable than this one (within a factor
     * 1 + 1e-7, as tables equally probable may differ by rounding).
     */
    public TestResult fisherExact() {
        return ConditionalExact.fisher(this);
    }

    /** (ad - bc) / √(n1 n0 m1 m0): the correlation of exposure and outcome, which can reach 1 only with equal margins. */
    public Estimate phi() {
        return informative() ? Estimate.of(correlation()) : Estimate.undefined(Reason.EMPTY_MARGIN);
    }

    /** Pearson's test of independence, with the versions one might have used instead beside it. */
    public ChiSquared chiSquared() {
        return informative() ? ChiSquared.of(this) : ChiSquared.undefined(Reason.EMPTY_MARGIN);
    }

    /** phi, of roots of the margins separately: their product exceeds what a double holds exactly, and a long altogether. */
    double correlation() {
        double n1 = exposed();
        double n0 = unexposed();
        double m1 = outcomes();
        double m0 = total() - outcomes();
        return crossDifference() / (Math.sqrt(n1) * Math.sqrt(n0)) / (Math.sqrt(m1) * Math.sqrt(m0));
    }

    /** ad - bc by Kahan's algorithm: the products may differ only in digits that a double would have rounded off. */
    double crossDifference() {
        double product = (double) b * c;
        double rounding = Math.fma((double) -b, (double) c, product);
        return Math.fma((double) a, (double) d, -product) + rounding;
    }

    private boolean hasEmptyGroup() {
        return exposed() == 0 || unexposed() == 0;
    }
}
