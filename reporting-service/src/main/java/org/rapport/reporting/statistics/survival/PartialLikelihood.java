package org.rapport.reporting.statistics.survival;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.rapport.reporting.statistics.regression.Likelihood;

/**
 * Who of those at risk had the event, at each time of one: Σ (η - log Σ exp(η)) over the events, with its derivatives
 * Σ (x - x̄) and Σ V, x̄ and V the mean and covariance of x among those at risk, weighted by exp(η). Cox 1972.
 */
final class PartialLikelihood implements Likelihood {

    private final RiskSets riskSets;
    private final Ties ties;

    PartialLikelihood(RiskSets riskSets, Ties ties) {
        this.riskSets = riskSets;
        this.ties = ties;
    }

    /** What each of several events at a time adds. */
    interface Visitor {

        /**
         * @param weight of those at risk for this event
         * @param gone the part of those with the event at this time that is no longer among them
         * @param mean x̄
         */
        void visit(RiskSets.Time time, double weight, double gone, double[] mean);
    }

    void visit(double[] eta, Visitor visitor) {
        double[] mean = new double[riskSets.size()];
        riskSets.visit(eta, time -> {
            for (int k = 0; k < time.events(); k++) {
                double gone = ties.gone(k, time.events());
                double weight = time.atRisk().weight - gone * time.dying().weight;
                for (int j = 0; j < mean.length; j++) {
                    mean[j] = (time.atRisk().x[j] - gone * time.dying().x[j]) / weight;
                }
                visitor.visit(time, weight, gone, mean);
            }
        });
    }

    /** V, in the lower half of a matrix. */
    static void covariance(RiskSets.Time time, double weight, double gone, double[] mean, double[][] v) {
        for (int j = 0; j < mean.length; j++) {
            double[] atRisk = time.atRisk().xx[j];
            double[] dying = time.dying().xx[j];
            for (int k = 0; k <= j; k++) {
                v[j][k] = (atRisk[k] - gone * dying[k]) / weight - mean[j] * mean[k];
            }
        }
    }

    /** Adds the lower half of a matrix, times a factor. */
    static void add(double[][] v, double factor, double[][] sum) {
        for (int j = 0; j < v.length; j++) {
            for (int k = 0; k <= j; k++) {
                sum[j][k] += factor * v[j][k];
            }
        }
    }

    @Override
    public Evaluation at(double[] coefficients) {
        int size = riskSets.size();
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        double[][] v = new double[size][size];
        double[] value = new double[1];
        double[] eta = riskSets.eta(coefficients);
        for (int i = 0; i < eta.length; i++) {
            if (riskSets.event(i)) {
                value[0] += eta[i];
                for (int j = 0; j < size; j++) {
                    gradient[j] += riskSets.x(i)[j];
                }
            }
        }
        visit(eta, (time, weight, gone, mean) -> {
            value[0] -= Math.log(weight);
            for (int j = 0; j < size; j++) {
                gradient[j] -= mean[j];
            }
            covariance(time, weight, gone, mean, v);
            add(v, 1, information);
        });
        symmetrise(information);
        return new Evaluation(
                value[0], new ArrayRealVector(gradient, false), new Array2DRowRealMatrix(information, false));
    }

    static void symmetrise(double[][] lower) {
        for (int j = 0; j < lower.length; j++) {
            for (int k = 0; k < j; k++) {
                lower[k][j] = lower[j][k];
            }
        }
    }
}
