package org.rapport.reporting.statistics.regression;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;

/** The likelihood of independent outcomes of one family, given covariates, an intercept and an offset. */
final class GeneralisedLinear implements Likelihood {

    private final Covariates covariates;
    private final double[] outcome;
    private final double[] offset;
    private final Family family;

    /** @param offset what is added to η as it is */
    GeneralisedLinear(Covariates covariates, double[] outcome, double[] offset, Family family) {
        if (covariates.rows() != outcome.length || outcome.length != offset.length) {
            throw new IllegalArgumentException("Covariates, outcomes and offsets of different lengths: "
                    + covariates.rows() + ", " + outcome.length + ", " + offset.length);
        }
        this.covariates = covariates;
        this.outcome = outcome;
        this.offset = offset;
        this.family = family;
    }

    @Override
    public Evaluation at(double[] parameters) {
        double value = 0;
        double[] gradient = new double[parameters.length];
        double[][] information = new double[parameters.length][parameters.length];
        for (int i = 0; i < outcome.length; i++) {
            double eta = eta(i, parameters);
            value += family.logLikelihood(outcome[i], eta);
            addScore(i, eta, gradient);
            addSquares(i, family.curvature(outcome[i], eta), information);
        }
        return new Evaluation(value, new ArrayRealVector(gradient, false), symmetric(information));
    }

    /** What standard errors come from. */
    RealMatrix expectedInformation(double[] parameters) {
        double[][] information = new double[parameters.length][parameters.length];
        for (int i = 0; i < outcome.length; i++) {
            addSquares(i, family.information(eta(i, parameters)), information);
        }
        return symmetric(information);
    }

    /** What each row contributes to the score. */
    double[][] scores(double[] parameters) {
        double[][] scores = new double[outcome.length][parameters.length];
        for (int i = 0; i < scores.length; i++) {
            addScore(i, eta(i, parameters), scores[i]);
        }
        return scores;
    }

    double eta(int row, double[] parameters) {
        double eta = offset[row] + parameters[0];
        double[] x = covariates.standardised(row);
        for (int j = 0; j < x.length; j++) {
            eta += parameters[j + 1] * x[j];
        }
        return eta;
    }

    private void addScore(int row, double eta, double[] sum) {
        double score = family.score(outcome[row], eta);
        double[] x = covariates.standardised(row);
        sum[0] += score;
        for (int j = 0; j < x.length; j++) {
            sum[j + 1] += score * x[j];
        }
    }

    /** Adds w x x' to the lower half of a matrix. */
    private void addSquares(int row, double weight, double[][] sum) {
        double[] x = covariates.standardised(row);
        sum[0][0] += weight;
        for (int j = 0; j < x.length; j++) {
            double weighted = weight * x[j];
            sum[j + 1][0] += weighted;
            for (int k = 0; k <= j; k++) {
                sum[j + 1][k + 1] += weighted * x[k];
            }
        }
    }

    private static RealMatrix symmetric(double[][] lower) {
        for (int j = 0; j < lower.length; j++) {
            for (int k = 0; k < j; k++) {
                lower[k][j] = lower[j][k];
            }
        }
        return new Array2DRowRealMatrix(lower, false);
    }
}
