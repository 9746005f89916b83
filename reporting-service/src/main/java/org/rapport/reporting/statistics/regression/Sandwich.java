package org.rapport.reporting.statistics.regression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** What robust variances have in the middle: the covariance of the score, from the rows' contributions to it. */
final class Sandwich {

    private Sandwich() {}

    static RealMatrix clustered(double[][] scores, int[] cluster) {
        double[][] sums = new double[Arrays.stream(cluster).max().orElse(-1) + 1][width(scores)];
        for (int i = 0; i < scores.length; i++) {
            add(sums[cluster[i]], scores[i]);
        }
        return new Array2DRowRealMatrix(squares(sums), false);
    }

    static RealMatrix dyadic(double[][] scores, int[] first, int[] second) {
        int width = width(scores);
        int people = Math.max(
                        Arrays.stream(first).max().orElse(-1),
                        Arrays.stream(second).max().orElse(-1))
                + 1;
        double[][] ofPeople = new double[people][width];
        // a pair may come more than once
        Map<Long, double[]> ofPairs = new HashMap<>();
        for (int i = 0; i < scores.length; i++) {
            if (first[i] == second[i]) {
                throw new IllegalArgumentException("A pair of " + first[i] + " and the same");
            }
            add(ofPeople[first[i]], scores[i]);
            add(ofPeople[second[i]], scores[i]);
            long pair = (long) Math.min(first[i], second[i]) * people + Math.max(first[i], second[i]);
            add(ofPairs.computeIfAbsent(pair, p -> new double[width]), scores[i]);
        }
        RealMatrix people2 = new Array2DRowRealMatrix(squares(ofPeople), false);
        return people2.subtract(
                new Array2DRowRealMatrix(squares(ofPairs.values().toArray(new double[0][])), false));
    }

    private static int width(double[][] scores) {
        return scores.length == 0 ? 1 : scores[0].length;
    }

    private static void add(double[] sum, double[] term) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += term[j];
        }
    }

    private static double[][] squares(double[][] sums) {
        int width = width(sums);
        double[][] squares = new double[width][width];
        for (double[] sum : sums) {
            for (int j = 0; j < width; j++) {
                for (int k = 0; k < width; k++) {
                    squares[j][k] += sum[j] * sum[k];
                }
            }
        }
        return squares;
    }
}
