package org.rapport.reporting.statistics;

/**
 * Estimates of a 2x2 table whose rows aren't independent because one person counts several times: the same values, with
 * standard errors that only take the clusters to be independent. Each row's influence u on an estimate is summed within
 * its cluster, and the variance is the sum of the squares, without small-sample factor; with one row per cluster it is
 * the variance of Katz, Wald or Woolf. Too small with few clusters (below some 40). Liang and Zeger 1986.
 *
 * @param clusters how many have a row in the table
 */
public record ClusterRobust(
        long clusters, long rows, Estimate relativeRisk, Estimate riskDifference, Estimate oddsRatio) {

    private static final String METHOD = "cluster-robust by participant";
    private static final double ROUNDING = 1e-13;

    public static ClusterRobust of(Iterable<TwoByTwo> clusters) {
        Accumulator accumulator = new Accumulator();
        for (TwoByTwo cluster : clusters) {
            accumulator.add(cluster.a(), cluster.b(), cluster.c(), cluster.d());
        }
        return accumulator.result();
    }

    /**
     * The same around the values of a table that is nearly the exact one, as when counts were rounded: its own errors,
     * times what clusters make of those of the exact one, to a tenth.
     */
    public ClusterRobust around(TwoByTwo exact, TwoByTwo shown) {
        Estimate naive = exact.relativeRisk();
        Estimate ratio = shown.relativeRisk();
        if (shown.equals(exact) || relativeRisk.seLog() == null || naive.seLog() == null || ratio.seLog() == null) {
            return this;
        }
        double design = Math.rint(10 * relativeRisk.seLog() / naive.seLog()) / 10;
        double p1 = (double) shown.a() / shown.exposed();
        double p0 = (double) shown.c() / shown.unexposed();
        double se = Math.sqrt(p1 * (1 - p1) / shown.exposed() + p0 * (1 - p0) / shown.unexposed());
        Estimate odds = shown.oddsRatio();
        return new ClusterRobust(
                clusters,
                rows,
                Estimate.logNormal(ratio.value(), ratio.seLog() * design, METHOD),
                Estimate.normal(p1 - p0, se * design, METHOD),
                odds.seLog() == null ? odds : Estimate.logNormal(odds.value(), odds.seLog() * design, METHOD));
    }

    /**
     * Takes one cluster after the other and keeps none: u being linear in a cluster's counts, the sum of its squares is a
     * quadratic form in the second moments of the counts.
     */
    public static final class Accumulator {

        private final ClusterMoments moments = new ClusterMoments(4);

        /** Adds the rows of one cluster; each cluster must come once. */
        public void add(long a, long b, long c, long d) {
            moments.add(a, b, c, d);
        }

        /** Adds other clusters. */
        public void join(Accumulator others) {
            moments.join(others.moments);
        }

        public ClusterRobust result() {
            TwoByTwo table = new TwoByTwo(moments.total(0), moments.total(1), moments.total(2), moments.total(3));
            return new ClusterRobust(
                    moments.clusters(), table.total(), relativeRisk(table), riskDifference(table), oddsRatio(table));
        }

        /** Log ratio: u = x (y - p1) / (n1 p1) - (1 - x)(y - p0) / (n0 p0). */
        private Estimate relativeRisk(TwoByTwo table) {
            Estimate naive = table.relativeRisk();
            if (isSilent(naive)) {
                return silent(naive);
            }
            double se = standardError(table, 1.0 / table.a(), 1.0 / table.c());
            return Estimate.logNormal(naive.value(), se, METHOD);
        }

        /** u = x (y - p1) / n1 - (1 - x)(y - p0) / n0. */
        private Estimate riskDifference(TwoByTwo table) {
            Estimate naive = table.riskDifference();
            if (isSilent(naive)) {
                return silent(naive);
            }
            double se = standardError(table, 1.0 / table.exposed(), 1.0 / table.unexposed());
            return Estimate.normal(naive.value(), se, METHOD);
        }

        /** Log ratio: u = x (y - p1) / (n1 p1 q1) - (1 - x)(y - p0) / (n0 p0 q0). */
        private Estimate oddsRatio(TwoByTwo table) {
            Estimate naive = table.oddsRatio();
            if (isSilent(naive)) {
                return silent(naive);
            }
            double exposed = (double) table.exposed() / table.a() / table.b();
            double unexposed = (double) table.unexposed() / table.c() / table.d();
            return Estimate.logNormal(naive.value(), standardError(table, exposed, unexposed), METHOD);
        }

        private boolean isSilent(Estimate naive) {
            return !naive.defined() || moments.clusters() < 2;
        }

        private Estimate silent(Estimate naive) {
            return Estimate.undefined(naive.defined() ? "fewer than two clusters" : naive.reason());
        }

        private double standardError(TwoByTwo table, double exposed, double unexposed) {
            double[] influence = {
                exposed * table.b() / table.exposed(),
                -exposed * table.a() / table.exposed(),
                -unexposed * table.d() / table.unexposed(),
                unexposed * table.c() / table.unexposed()
            };
            double variance = 0;
            double size = 0;
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    double term = influence[i] * influence[j] * moments.products(i, j);
                    variance += term;
                    size += Math.abs(term);
                }
            }
            // what clusters alike in their shares leave of the terms is rounding
            return variance > size * ROUNDING ? Math.sqrt(variance) : 0;
        }
    }
}
