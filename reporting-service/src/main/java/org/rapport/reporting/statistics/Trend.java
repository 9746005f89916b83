package org.rapport.reporting.statistics;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cochran-Armitage test of a linear trend in proportions over ordered groups: T = Σs(x - n p), V = p q (Σn s² -
 * (Σn s)²/N), z = T/√V, two-sided. The scores say how far apart the groups are taken to be. Cochran 1954; Armitage 1955.
 *
 * @param statistic z; positive when the proportion rises with the score
 * @param chiSquared z², one degree of freedom
 * @param pIncreasing one-sided, against a rising proportion
 * @param slope rise of the proportion per unit of score, by least squares
 * @param overall any difference between the groups
 * @param departure what of the overall difference a line leaves over; a small p says that the line is the wrong summary
 */
public record Trend(
        Double statistic,
        Long df,
        Double chiSquared,
        Double pValue,
        String method,
        Double pIncreasing,
        Double slope,
        TestResult overall,
        TestResult departure,
        String reason) {

    public static Trend of(long[] successes, long[] totals, double[] scores) {
        requireGroups(successes, totals, scores);
        int[] groups =
                IntStream.range(0, totals.length).filter(i -> totals[i] > 0).toArray();
        double people = 0;
        double outcomes = 0;
        double scoreSum = 0;
        for (int i : groups) {
            people += totals[i];
            outcomes += successes[i];
            scoreSum += totals[i] * scores[i];
        }
        double p = outcomes / people;
        double meanScore = scoreSum / people;
        double spread = 0;
        double association = 0;
        double between = 0;
        for (int i : groups) {
            double excess = successes[i] - totals[i] * p;
            double distance = scores[i] - meanScore;
            spread += totals[i] * distance * distance;
            association += distance * excess;
            between += excess * excess / totals[i];
        }
        if (groups.length == 0 || outcomes == 0 || outcomes == people) {
            return undefined("no variation in the outcome");
        }
        if (Arrays.stream(groups).mapToDouble(i -> scores[i]).distinct().count() < 2) {
            return undefined("fewer than two scores with somebody in them");
        }
        double variance = p * (1 - p);
        double z = association / Math.sqrt(variance * spread);
        double overall = between / variance;
        return new Trend(
                z,
                1L,
                z * z,
                Tails.normalTwoSided(z),
                "Cochran-Armitage z, " + describe(scores) + ", two-sided",
                Tails.normalUpper(z),
                association / spread,
                TestResult.chiSquared(overall, groups.length - 1L, "Pearson, no continuity correction"),
                departure(overall - z * z, groups.length - 2L),
                null);
    }

    public boolean defined() {
        return pValue != null;
    }

    private static Trend undefined(String reason) {
        return new Trend(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                TestResult.undefined(reason),
                TestResult.undefined(reason),
                reason);
    }

    private static TestResult departure(double statistic, long df) {
        return df == 0
                ? TestResult.undefined("fewer than three groups with somebody in them")
                : TestResult.chiSquared(Math.max(0, statistic), df, "departure from a linear trend");
    }

    private static void requireGroups(long[] successes, long[] totals, double[] scores) {
        if (successes.length != totals.length || totals.length != scores.length) {
            throw new IllegalArgumentException("Successes, totals and scores of different lengths: " + successes.length
                    + ", " + totals.length + ", " + scores.length);
        }
        if (totals.length == 0) {
            throw new IllegalArgumentException("A trend needs groups");
        }
        for (int i = 0; i < totals.length; i++) {
            if (successes[i] < 0 || totals[i] < successes[i]) {
                throw new IllegalArgumentException(
                        "Not a proportion in group " + i + ": " + successes[i] + " of " + totals[i]);
            }
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("Not a score in group " + i + ": " + scores[i]);
            }
        }
    }

    private static String describe(double[] scores) {
        boolean consecutive = scores[0] == Math.rint(scores[0])
                && IntStream.range(1, scores.length).allMatch(i -> scores[i] == scores[i - 1] + 1);
        if (consecutive && scores.length > 2) {
            return "scores " + plain(scores[0]) + " to " + plain(scores[scores.length - 1]);
        }
        return "scores " + Arrays.stream(scores).mapToObj(Trend::plain).collect(Collectors.joining(", "));
    }

    private static String plain(double score) {
        return score == (long) score ? String.valueOf((long) score) : String.valueOf(score);
    }
}
