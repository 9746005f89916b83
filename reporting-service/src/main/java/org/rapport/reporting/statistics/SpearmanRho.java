package org.rapport.reporting.statistics;

import java.util.stream.LongStream;

/**
 * Pearson correlation of the mid-ranks; test by t = ρ √((n-2)/(1-ρ²)); interval tanh(atanh ρ ± z √((1 + ρ²/2)/(n-3))),
 * wider than Fisher's as ranks vary more. Takes the pairs to be independent. Bonett and Wright 2000.
 *
 * @param statistic t
 */
public record SpearmanRho(
        Double value,
        Double lower,
        Double upper,
        Double level,
        String method,
        Double statistic,
        Long df,
        Double pValue,
        String reason) {

    private static final String METHOD = "Spearman, Bonett-Wright";

    /** @param counts how often each pair of mid-ranks occurs */
    static SpearmanRho of(double[] x, double[] y, long[] counts) {
        long n = LongStream.of(counts).sum();
        if (n < 3) {
            return undefined("fewer than three pairs");
        }
        double mean = (n + 1) / 2.0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < counts.length; i++) {
            xx += counts[i] * (x[i] - mean) * (x[i] - mean);
            yy += counts[i] * (y[i] - mean) * (y[i] - mean);
        }
        if (xx == 0 || yy == 0) {
            return undefined("all equal in one of the variables");
        }
        double rootX = Math.sqrt(xx);
        double rootY = Math.sqrt(yy);
        // 1 - ρ and 1 + ρ as sums of squares: subtracting would leave no digits of them near a perfect correlation
        double differences = 0;
        double sums = 0;
        for (int i = 0; i < counts.length; i++) {
            double u = (x[i] - mean) / rootX;
            double v = (y[i] - mean) / rootY;
            differences += counts[i] * (u - v) * (u - v);
            sums += counts[i] * (u + v) * (u + v);
        }
        return of(n, differences / 2, sums / 2);
    }

    private static SpearmanRho of(long n, double oneMinus, double onePlus) {
        double rho = oneMinus < onePlus ? 1 - oneMinus : onePlus - 1;
        if (oneMinus == 0 || onePlus == 0) {
            return new SpearmanRho(
                    rho, null, null, null, METHOD, null, null, null, "a perfect correlation has no interval");
        }
        double t = rho * Math.sqrt((n - 2) / (oneMinus * onePlus));
        double p = Tails.tTwoSided(t, n - 2);
        if (n == 3) {
            return new SpearmanRho(rho, null, null, null, METHOD, t, 1L, p, "fewer than four pairs have no interval");
        }
        double centre = (Math.log(onePlus) - Math.log(oneMinus)) / 2;
        double half = Confidence.Z * Math.sqrt((1 + rho * rho / 2) / (n - 3));
        return new SpearmanRho(
                rho, Math.tanh(centre - half), Math.tanh(centre + half), Confidence.LEVEL, METHOD, t, n - 2, p, null);
    }

    private static SpearmanRho undefined(String reason) {
        return new SpearmanRho(null, null, null, null, null, null, null, null, reason);
    }

    public boolean defined() {
        return value != null;
    }
}
