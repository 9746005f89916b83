package org.rapport.reporting.statistics;

/**
 * Whether an association differs between two groups: the ratio of two ratios, on the logarithmic scale the difference of
 * independent estimates (Altman and Bland 2003), the ratio of odds ratios being exp of the product term of a logistic
 * regression; and the difference of two risk differences, with limits from theirs, D - √((d1-l1)² + (u0-d0)²), D +
 * √((u1-d1)² + (d0-l0)²) (Zou and Donner 2008). A difference on one scale needn't be one on another.
 *
 * @param test that the odds ratios are the same: z of the logarithm of their ratio
 */
public record Interaction(
        Estimate ratioOfRelativeRisks,
        Estimate ratioOfOddsRatios,
        Estimate differenceOfRiskDifferences,
        TestResult test) {

    public static Interaction of(TwoByTwo one, TwoByTwo other) {
        Estimate ratioOfOddsRatios = ratio(one.oddsRatio(), other.oddsRatio(), "Woolf log, independent groups");
        return new Interaction(
                ratio(one.relativeRisk(), other.relativeRisk(), "Katz log, independent groups"),
                ratioOfOddsRatios,
                difference(one.riskDifference(), other.riskDifference()),
                test(ratioOfOddsRatios));
    }

    public static Interaction hidden(String reason) {
        Estimate none = Estimate.undefined(reason);
        return new Interaction(none, none, none, TestResult.undefined(reason));
    }

    private static TestResult test(Estimate ratio) {
        if (ratio.seLog() == null) {
            return TestResult.undefined(ratio.reason());
        }
        double z = Math.log(ratio.value()) / ratio.seLog();
        return new TestResult(z, null, Tails.normalTwoSided(z), "Wald z of the log ratio of odds ratios", null);
    }

    private static Estimate ratio(Estimate one, Estimate other, String method) {
        if (!one.defined() || !other.defined()) {
            return one.defined() ? other : one;
        }
        double se = Math.hypot(one.seLog() == null ? 0 : one.seLog(), other.seLog() == null ? 0 : other.seLog());
        return Estimate.logNormal(one.value() / other.value(), se, method);
    }

    private static Estimate difference(Estimate one, Estimate other) {
        if (!one.defined() || !other.defined()) {
            return one.defined() ? other : one;
        }
        double difference = one.value() - other.value();
        return Estimate.of(
                difference,
                difference - Math.hypot(one.value() - one.lower(), other.upper() - other.value()),
                difference + Math.hypot(one.upper() - one.value(), other.value() - other.lower()),
                "Newcombe limits, square and add");
    }

    /**
     * The same when rows aren't independent because somebody counts several times, perhaps in both groups: each row's
     * influence on the log ratio is summed within its cluster, and the variance is the sum of the squares, without
     * small-sample factor. Liang and Zeger 1986.
     */
    public static final class Clusters {

        private static final int CELLS = 8;
        private static final String METHOD = "cluster-robust by participant";

        private final ClusterMoments moments = new ClusterMoments(CELLS);

        /** Adds one cluster's rows, in either group; each cluster must come once. */
        public void add(TwoByTwo one, TwoByTwo other) {
            moments.add(one.a(), one.b(), one.c(), one.d(), other.a(), other.b(), other.c(), other.d());
        }

        /** Adds other clusters. */
        public void join(Clusters others) {
            moments.join(others.moments);
        }

        public Estimate ratioOfRelativeRisks() {
            return ratio(Interaction.of(one(), other()).ratioOfRelativeRisks(), (group, cell) -> {
                double exposed = (double) group.a() + group.b();
                double unexposed = (double) group.c() + group.d();
                return new double[] {
                            group.b() / exposed / group.a(),
                            -1 / exposed,
                            -group.d() / unexposed / group.c(),
                            1 / unexposed
                        }
                        [cell];
            });
        }

        public Estimate ratioOfOddsRatios() {
            return ratio(
                    Interaction.of(one(), other()).ratioOfOddsRatios(),
                    (group, cell) ->
                            new double[] {1.0 / group.a(), -1.0 / group.b(), -1.0 / group.c(), 1.0 / group.d()}[cell]);
        }

        private TwoByTwo one() {
            return table(0);
        }

        private TwoByTwo other() {
            return table(CELLS / 2);
        }

        private TwoByTwo table(int first) {
            return new TwoByTwo(
                    moments.total(first), moments.total(first + 1), moments.total(first + 2), moments.total(first + 3));
        }

        /** How much a row of a cell moves the log ratio of its group. */
        @FunctionalInterface
        private interface Influence {
            double of(TwoByTwo group, int cell);
        }

        private Estimate ratio(Estimate naive, Influence influence) {
            if (!naive.defined() || moments.clusters() < 2) {
                return naive.defined() ? Estimate.undefined("fewer than two clusters") : naive;
            }
            double[] u = new double[CELLS];
            for (int cell = 0; cell < CELLS / 2; cell++) {
                u[cell] = influence.of(one(), cell);
                u[CELLS / 2 + cell] = -influence.of(other(), cell);
            }
            double variance = 0;
            for (int i = 0; i < CELLS; i++) {
                for (int j = 0; j < CELLS; j++) {
                    variance += u[i] * u[j] * moments.products(i, j);
                }
            }
            return Estimate.logNormal(naive.value(), Math.sqrt(Math.max(0, variance)), METHOD);
        }
    }
}
