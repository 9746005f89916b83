package org.rapport.reporting.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Coefficients as estimated, with what their uncertainty is computed from. Inside they are those of the standardised
 * covariates; {@code back} makes of them those of the covariates as given.
 */
public final class Coefficients {

    public static final String INTERCEPT = "(Intercept)";

    private final List<String> names;
    private final int firstSlope;
    private final RealMatrix back;
    private final RealVector standardised;
    private final RealVector values;
    private final RealMatrix covariance;
    private final RealMatrix bread;
    private final double[][] scores;

    private Coefficients(
            List<String> names,
            int firstSlope,
            RealMatrix back,
            RealVector standardised,
            RealMatrix covariance,
            RealMatrix bread,
            double[][] scores) {
        this.names = names;
        this.firstSlope = firstSlope;
        this.back = back;
        this.standardised = standardised;
        this.values = back.operate(standardised);
        this.covariance = covariance;
        this.bread = bread;
        this.scores = scores;
    }

    /** Of a model without intercept, by maximum likelihood. */
    public static Coefficients withoutIntercept(Covariates covariates, Maximum maximum, double[][] scores) {
        int size = covariates.size();
        RealMatrix back = MatrixUtils.createRealMatrix(size, size);
        for (int j = 0; j < size; j++) {
            back.setEntry(j, j, 1 / covariates.scale(j));
        }
        return new Coefficients(
                covariates.names(), 0, back, maximum.parameters(), maximum.covariance(), maximum.covariance(), scores);
    }

    /**
     * The intercept comes first.
     *
     * @param bread what the robust variances have on either side of the scores
     */
    static Coefficients withIntercept(
            Covariates covariates,
            RealVector standardised,
            RealMatrix covariance,
            RealMatrix bread,
            double[][] scores) {
        int size = covariates.size() + 1;
        RealMatrix back = MatrixUtils.createRealMatrix(size, size);
        back.setEntry(0, 0, 1);
        for (int j = 1; j < size; j++) {
            back.setEntry(j, j, 1 / covariates.scale(j - 1));
            back.setEntry(0, j, -covariates.mean(j - 1) / covariates.scale(j - 1));
        }
        List<String> names = new ArrayList<>(List.of(INTERCEPT));
        names.addAll(covariates.names());
        return new Coefficients(List.copyOf(names), 1, back, standardised, covariance, bread, scores);
    }

    public List<String> names() {
        return names;
    }

    /** β times the standardised covariates of a row, and the intercept. */
    double predictor(double[] x) {
        double sum = firstSlope == 0 ? 0 : standardised.getEntry(0);
        for (int j = 0; j < x.length; j++) {
            sum += standardised.getEntry(firstSlope + j) * x[j];
        }
        return sum;
    }

    /** Taking the rows to be independent and the model to be true. */
    public Inference modelBased() {
        return inference(covariance, "Wald");
    }

    /**
     * Taking only the clusters to be independent: B (Σ s s') B, s the sum of u within a cluster, without small-sample
     * factor. Too small with few clusters (below some 40). Liang and Zeger 1986; Lin and Wei 1989.
     *
     * @param cluster a number from 0 per row
     */
    public Inference clusterRobust(int[] cluster) {
        requireRows(cluster);
        long clusters = Arrays.stream(cluster).distinct().count();
        if (clusters < 2) {
            return silent("fewer than two clusters");
        }
        return inference(bread.multiply(Sandwich.clustered(scores, cluster)).multiply(bread), "cluster-robust Wald");
    }

    /**
     * For rows that are pairs of people, taking only pairs without a person in common to be independent: B (Σ u_d u_d') B
     * over all d, d' that share one, computed as Σ over people of s s' less what was counted twice, s the sum of u over a
     * person's pairs. It need not be positive, and is too small with few people (below some 100). Fafchamps and Gubert 2007; Aronow, Samii and Assenova 2015.
     *
     * @param first one person of the pair, a number from 0
     * @param second the other
     */
    public Inference dyadicRobust(int[] first, int[] second) {
        requireRows(first);
        requireRows(second);
        RealMatrix meat = Sandwich.dyadic(scores, first, second);
        return inference(bread.multiply(meat).multiply(bread), "dyadic-cluster-robust Wald");
    }

    private Inference inference(RealMatrix standardised, String method) {
        return new Inference(values, slopes(), back.multiply(standardised).multiply(back.transpose()), method, null);
    }

    private Inference silent(String reason) {
        return new Inference(values, slopes(), null, null, reason);
    }

    private List<Integer> slopes() {
        return IntStream.range(firstSlope, names.size()).boxed().toList();
    }

    private void requireRows(int[] numbers) {
        if (numbers.length != scores.length) {
            throw new IllegalArgumentException(numbers.length + " clusters of " + scores.length + " rows");
        }
    }
}
