package org.rapport.reporting.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.LongPredicate;

/** Probabilities summed term by term in decimal arithmetic, slowly and beyond doubt. */
final class Exactly {

    private static final MathContext DIGITS = new MathContext(40);

    private Exactly() {}

    static double binomialAtLeast(long count, long of, double p) {
        return binomial(t -> t >= count, of, p);
    }

    static double binomialAtMost(long count, long of, double p) {
        return binomial(t -> t <= count, of, p);
    }

    private static double binomial(LongPredicate included, long of, double p) {
        BigDecimal chance = new BigDecimal(p);
        BigDecimal sum = BigDecimal.ZERO;
        for (long t = 0; t <= of; t++) {
            if (included.test(t)) {
                sum = sum.add(new BigDecimal(choose(of, t))
                        .multiply(chance.pow((int) t, DIGITS))
                        .multiply(BigDecimal.ONE.subtract(chance).pow((int) (of - t), DIGITS)));
            }
        }
        return sum.doubleValue();
    }

    /** Probability, margins given, that a satisfies a condition when the odds ratio is what is given. */
    static double conditional(TwoByTwo table, double oddsRatio, LongPredicate included) {
        BigDecimal psi = new BigDecimal(oddsRatio);
        BigDecimal some = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (long t = smallest(table); t <= largest(table); t++) {
            BigDecimal weight = new BigDecimal(ways(table, t)).multiply(psi.pow((int) t, DIGITS), DIGITS);
            all = all.add(weight);
            if (included.test(t)) {
                some = some.add(weight);
            }
        }
        return some.divide(all, DIGITS).doubleValue();
    }

    /** E[A] when the odds ratio is what is given. */
    static double conditionalMean(TwoByTwo table, double oddsRatio) {
        double mean = 0;
        for (long t = smallest(table); t <= largest(table); t++) {
            long value = t;
            mean += t * conditional(table, oddsRatio, other -> other == value);
        }
        return mean;
    }

    /** Fisher's two-sided p: whole numbers decide which tables are no more probable. */
    static double fisher(TwoByTwo table) {
        BigInteger observed = ways(table, table.a());
        return conditional(table, 1, t -> ways(table, t).compareTo(observed) <= 0);
    }

    private static long smallest(TwoByTwo table) {
        return Math.max(0, table.a() - table.d());
    }

    private static long largest(TwoByTwo table) {
        return Math.min(table.exposed(), table.outcomes());
    }

    private static BigInteger ways(TwoByTwo table, long t) {
        return choose(table.exposed(), t).multiply(choose(table.unexposed(), table.outcomes() - t));
    }

    private static BigInteger choose(long n, long k) {
        BigInteger ways = BigInteger.ONE;
        for (long i = 1; i <= k; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }
}
