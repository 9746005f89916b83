package org.rapport.reporting.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** A number of people out of a number of people, taken to be independent draws with one probability. */
public record Proportion(long count, long of) {

    public Proportion {
        if (count < 0 || of < count) {
            throw new IllegalArgumentException("Not a proportion: " + count + " of " + of);
        }
    }

    /**
     * The score interval (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n), which keeps its coverage where the textbook
     * interval loses it, near 0 and 1 and in small groups. Wilson 1927; Brown, Cai and DasGupta 2001.
     */
    public Estimate wilson() {
        if (of == 0) {
            return Estimate.undefined("nobody in the group");
        }
        double n = of;
        double p = count / n;
        double zz = Confidence.Z * Confidence.Z;
        double root = Confidence.Z * Math.sqrt(p * (1 - p) / n + zz / (4 * n * n));
        double sum = p + zz / (2 * n) + root;
        // the lower limit multiplied by sum / sum, which doesn't lose the digits of small proportions
        double upper = count == of ? 1 : Math.min(1, sum / (1 + zz / n));
        return Estimate.proportion(count, of, p * p / sum, upper, "Wilson");
    }

    /**
     * Exact interval from the binomial distribution, by quantiles of Beta(x, n-x+1) and Beta(x+1, n-x); never too short,
     * often too long. Clopper and Pearson 1934.
     */
    public Estimate clopperPearson() {
        if (of == 0) {
            return Estimate.undefined("nobody in the group");
        }
        return Estimate.proportion(count, of, exactLower(), exactUpper(), "Clopper-Pearson");
    }

    private double exactLower() {
        if (count == 0) {
            return 0;
        }
        BetaDistribution beta = BetaDistribution.of(count, of - count + 1.0);
        return Roots.increasing(x -> beta.cumulativeProbability(x) - Confidence.TAIL, 0, 1);
    }

    private double exactUpper() {
        if (count == of) {
            return 1;
        }
        BetaDistribution beta = BetaDistribution.of(count + 1.0, of - count);
        return Roots.increasing(x -> Confidence.TAIL - beta.survivalProbability(x), 0, 1);
    }
}
