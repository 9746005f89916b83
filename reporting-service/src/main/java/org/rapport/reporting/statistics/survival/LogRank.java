package org.rapport.reporting.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.rapport.reporting.statistics.Tails;
import org.rapport.reporting.statistics.regression.PositiveDefinite;

/**
 * Test that survival is the same in all groups: at each time of an event the events expected of a group are its share of
 * those at risk, and observed less expected events, weighted by S(t-)^ρ, summed over time (and over strata, each compared
 * within itself), have the hypergeometric covariance d (n-d)/(n-1) (n_g/n)(1 - n_g/n), - n_g n_h/n². Most powerful when
 * hazards are proportional. Mantel 1966; Peto and Peto 1972; Harrington and Fleming 1982.
 *
 * @param observed events per group, weighted if the test is
 */
public record LogRank(
        Double statistic,
        Long df,
        Double pValue,
        String method,
        List<Double> observed,
        List<Double> expected,
        String reason) {

    /** ρ = 0: all events count alike. */
    public static LogRank of(SurvivalCounts counts) {
        int groups = counts.groups();
        while (groups > 0 && counts.size(groups - 1) == 0) {
            groups--;
        }
        Sums sums = new Sums(groups);
        sums.add(counts, false);
        return sums.test("log-rank");
    }

    /** ρ = 0. */
    public static LogRank of(SurvivalTimes times, int[] group) {
        return of(times, group, new int[times.size()]);
    }

    /** ρ = 0, within strata. */
    public static LogRank of(SurvivalTimes times, int[] group, int[] stratum) {
        return test(times, group, stratum, false, "log-rank");
    }

    /** ρ = 1: early events count more. */
    public static LogRank peto(SurvivalTimes times, int[] group, int[] stratum) {
        return test(times, group, stratum, true, "Peto-Peto");
    }

    private static LogRank test(SurvivalTimes times, int[] group, int[] stratum, boolean weighted, String method) {
        if (group.length != times.size() || stratum.length != times.size()) {
            throw new IllegalArgumentException("Times, groups and strata of different lengths: " + times.size() + ", "
                    + group.length + ", " + stratum.length);
        }
        Sums sums = new Sums(Arrays.stream(group).max().orElse(-1) + 1);
        List<int[]> strata = strata(stratum);
        for (int[] rows : strata) {
            sums.add(SurvivalCounts.of(times, rows, group, sums.groups()), weighted);
        }
        return sums.test(strata.size() > 1 ? method + ", stratified" : method);
    }

    /** The rows of each stratum. */
    private static List<int[]> strata(int[] stratum) {
        long[] sorted = new long[stratum.length];
        Arrays.setAll(sorted, i -> (long) stratum[i] << Integer.SIZE | i);
        Arrays.sort(sorted);
        List<int[]> strata = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] >> Integer.SIZE != sorted[first] >> Integer.SIZE) {
                strata.add(Arrays.stream(sorted, first, i)
                        .mapToInt(row -> (int) row)
                        .toArray());
                first = i;
            }
        }
        return strata;
    }

    public boolean defined() {
        return pValue != null;
    }

    /** What the strata add up to. */
    private static final class Sums {

        private final double[] observed;
        private final double[] expected;
        private final double[][] covariance;

        Sums(int groups) {
            observed = new double[groups];
            expected = new double[groups];
            covariance = new double[groups][groups];
        }

        int groups() {
            return observed.length;
        }

        void add(SurvivalCounts counts, boolean weighted) {
            long[] events = new long[groups()];
            long[] atRisk = new long[groups()];
            Arrays.setAll(atRisk, counts::size);
            double survival = 1;
            for (int t = 0; t < counts.times(); t++) {
                int time = t;
                Arrays.setAll(events, g -> counts.events(g, time));
                double n = Arrays.stream(atRisk).sum();
                double d = Arrays.stream(events).sum();
                if (d > 0) {
                    addTime(events, atRisk, d, n, weighted ? survival : 1);
                    survival *= (n - d) / n;
                }
                for (int g = 0; g < groups(); g++) {
                    atRisk[g] -= events[g] + counts.censored(g, t);
                }
            }
        }

        private void addTime(long[] events, long[] atRisk, double d, double n, double weight) {
            for (int g = 0; g < events.length; g++) {
                observed[g] += weight * events[g];
                expected[g] += weight * d * atRisk[g] / n;
            }
            if (n == 1) {
                return;
            }
            double factor = weight * weight * d * (n - d) / (n - 1);
            for (int g = 0; g < events.length; g++) {
                double share = atRisk[g] / n;
                covariance[g][g] += factor * share;
                for (int h = 0; h < events.length; h++) {
                    covariance[g][h] -= factor * share * atRisk[h] / n;
                }
            }
        }

        /** All groups that could have had an event but one, as the differences of all add up to nothing. */
        LogRank test(String method) {
            if (expected.length == 1) {
                return undefined("a single group");
            }
            int[] compared = IntStream.range(0, expected.length)
                    .filter(g -> expected[g] > 0)
                    .toArray();
            if (compared.length < 2) {
                return undefined(compared.length == 0 ? "no event" : "events while only one group was at risk");
            }
            int[] free = Arrays.copyOfRange(compared, 1, compared.length);
            RealVector differences = new ArrayRealVector(free.length);
            double[][] free2 = new double[free.length][free.length];
            for (int g = 0; g < free.length; g++) {
                differences.setEntry(g, observed[free[g]] - expected[free[g]]);
                for (int h = 0; h < free.length; h++) {
                    free2[g][h] = covariance[free[g]][free[h]];
                }
            }
            Optional<RealMatrix> inverse = PositiveDefinite.inverse(free2);
            if (inverse.isEmpty()) {
                return undefined("groups that were never at risk together");
            }
            double statistic = inverse.get().operate(differences).dotProduct(differences);
            long df = free.length;
            return new LogRank(
                    statistic, df, Tails.chiSquared(statistic, df), method, boxed(observed), boxed(expected), null);
        }

        private LogRank undefined(String reason) {
            return new LogRank(null, null, null, null, boxed(observed), boxed(expected), reason);
        }

        private static List<Double> boxed(double[] values) {
            List<Double> list = new ArrayList<>();
            for (double value : values) {
                list.add(value);
            }
            return list;
        }
    }
}
