package org.rapport.reporting.statistics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.rapport.reporting.statistics.regression.Likelihood.Evaluation;

/**
 * Where a log likelihood is largest, by Newton's method with halved steps. A likelihood that keeps rising as some
 * parameter grows (separation, monotone likelihood: Albert and Anderson 1984; Heinze and Schemper 2001) is recognised by
 * steps that stay as long as they are though there is next to nothing left to gain.
 *
 * @param value the largest log likelihood, or what it rises to
 * @param covariance the inverse of the information there
 * @param unbounded parameters that have no finite estimate
 */
public record Maximum(RealVector parameters, double value, RealMatrix covariance, List<Integer> unbounded) {

    private static final int MAX_STEPS = 200;
    private static final int MAX_HALVINGS = 60;
    private static final double NOTHING_TO_GAIN = 1e-8;
    private static final double LONG_STEP = 1e-2;
    private static final double SHORT_STEP = 1e-8;

    /**
     * @param range how far each parameter's covariate ranges, which says how long a step in it is
     * @return empty if the likelihood has no maximum that can be found
     */
    public static Optional<Maximum> of(Likelihood likelihood, double[] start, double[] range) {
        return of(likelihood, start, likelihood.at(start), range);
    }

    /** @param atStart the likelihood there */
    public static Optional<Maximum> of(Likelihood likelihood, double[] start, Evaluation atStart, double[] range) {
        RealVector at = new ArrayRealVector(start);
        Evaluation here = atStart;
        for (int i = 0; i < MAX_STEPS; i++) {
            Optional<RealMatrix> inverse =
                    PositiveDefinite.invert(here.information().getData());
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            RealVector step = inverse.get().operate(here.gradient());
            double gain = step.dotProduct(here.gradient());
            double longest = longest(step, range);
            if (gain < NOTHING_TO_GAIN && longest > LONG_STEP) {
                return Optional.of(new Maximum(at, here.value(), inverse.get(), longSteps(step, range)));
            }
            Evaluation next = likelihood.at(at.add(step).toArray());
            for (int halving = 0; !rises(here, next) && halving < MAX_HALVINGS; halving++) {
                step = step.mapMultiply(0.5);
                next = likelihood.at(at.add(step).toArray());
            }
            at = at.add(step);
            here = next;
            if (longest < SHORT_STEP) {
                Evaluation last = here;
                RealVector there = at;
                return PositiveDefinite.invert(last.information().getData())
                        .map(covariance -> new Maximum(there, last.value(), covariance, List.of()));
            }
        }
        return Optional.empty();
    }

    /** Within rounding, which is all that is left of the rise near the maximum. */
    private static boolean rises(Evaluation from, Evaluation to) {
        return to.value() >= from.value() - 1e-12 * (1 + Math.abs(from.value()));
    }

    private static double longest(RealVector step, double[] range) {
        double longest = 0;
        for (int j = 0; j < range.length; j++) {
            longest = Math.max(longest, Math.abs(step.getEntry(j)) * range[j]);
        }
        return longest;
    }

    private static List<Integer> longSteps(RealVector step, double[] range) {
        List<Integer> parameters = new ArrayList<>();
        for (int j = 0; j < range.length; j++) {
            if (Math.abs(step.getEntry(j)) * range[j] > LONG_STEP) {
                parameters.add(j);
            }
        }
        return parameters;
    }
}
