package org.rapport.reporting.statistics.regression;

import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** A concave log likelihood. */
public interface Likelihood {

    Evaluation at(double[] parameters);

    /** @param information minus the second derivatives */
    record Evaluation(double value, RealVector gradient, RealMatrix information) {}
}
