package org.rapport.reporting.statistics.survival;

import java.util.ArrayList;
import java.util.List;

/**
 * What each row contributes to the score: x - x̄ at its own event, less exp(η) (x - x̄) dΛ over the times it was at risk.
 * Therneau, Grambsch and Fleming 1990.
 */
final class ScoreResiduals {

    /** Sums over the events of one time, for those who were only at risk, and for those who had the event. */
    private static final class Step {
        final int first;
        double hazard;
        double hazardOfDying;
        final double[] mean;
        final double[] meanOfDying;
        final double[] plainMean;

        Step(int first, int size) {
            this.first = first;
            mean = new double[size];
            meanOfDying = new double[size];
            plainMean = new double[size];
        }
    }

    private ScoreResiduals() {}

    /** In the order of the rows before they were sorted. */
    static double[][] of(RiskSets riskSets, PartialLikelihood likelihood, double[] coefficients) {
        double[] eta = riskSets.eta(coefficients);
        List<Step> steps = steps(riskSets, likelihood, eta);
        int size = riskSets.size();
        double[][] residuals = new double[riskSets.rows()][];
        double hazard = 0;
        double[] mean = new double[size];
        // the steps come from the last time to the first
        int step = steps.size() - 1;
        for (int first = 0; first < eta.length; ) {
            if (first > 0 && riskSets.stratum(first) != riskSets.stratum(first - 1)) {
                hazard = 0;
                mean = new double[size];
            }
            int next = first;
            while (next < eta.length
                    && riskSets.stratum(next) == riskSets.stratum(first)
                    && riskSets.position(next) == riskSets.position(first)) {
                next++;
            }
            Step here = step >= 0 && steps.get(step).first == first ? steps.get(step--) : new Step(first, size);
            for (int i = first; i < next; i++) {
                residuals[riskSets.original(i)] = residual(riskSets, i, Math.exp(eta[i]), here, hazard, mean);
            }
            hazard += here.hazard;
            for (int j = 0; j < size; j++) {
                mean[j] += here.mean[j];
            }
            first = next;
        }
        return residuals;
    }

    private static List<Step> steps(RiskSets riskSets, PartialLikelihood likelihood, double[] eta) {
        int size = riskSets.size();
        List<Step> steps = new ArrayList<>();
        likelihood.visit(eta, (time, weight, gone, mean) -> {
            if (steps.isEmpty() || steps.get(steps.size() - 1).first != time.first()) {
                steps.add(new Step(time.first(), size));
            }
            Step step = steps.get(steps.size() - 1);
            step.hazard += 1 / weight;
            step.hazardOfDying += (1 - gone) / weight;
            for (int j = 0; j < size; j++) {
                step.mean[j] += mean[j] / weight;
                step.meanOfDying[j] += mean[j] * (1 - gone) / weight;
                step.plainMean[j] += mean[j] / time.events();
            }
        });
        return steps;
    }

    private static double[] residual(
            RiskSets riskSets, int row, double risk, Step here, double hazardBefore, double[] meanBefore) {
        double[] x = riskSets.x(row);
        double[] residual = new double[x.length];
        boolean event = riskSets.event(row);
        double hazard = hazardBefore + (event ? here.hazardOfDying : here.hazard);
        double[] mean = event ? here.meanOfDying : here.mean;
        for (int j = 0; j < x.length; j++) {
            residual[j] = (event ? x[j] - here.plainMean[j] : 0) - risk * (x[j] * hazard - meanBefore[j] - mean[j]);
        }
        return residual;
    }
}
