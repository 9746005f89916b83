package org.rapport.reporting.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Root finding to the precision of a double, of functions known to cross zero once. */
public final class Roots {

    private static final double RELATIVE_ACCURACY = 1e-14;
    private static final double ABSOLUTE_ACCURACY = 1e-300;
    private static final double FUNCTION_ACCURACY = 1e-300;
    private static final int MAX_EVALUATIONS = 2_000;

    private Roots() {}

    /** The root of an increasing function between two bounds. */
    public static double increasing(DoubleUnaryOperator function, double low, double high) {
        return new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY, FUNCTION_ACCURACY)
                .solve(MAX_EVALUATIONS, function::applyAsDouble, low, high);
    }

    /** The root of an increasing function anywhere, sought outwards from a guess in steps that double. */
    public static double increasingAround(DoubleUnaryOperator function, double guess) {
        double low = guess - 1;
        for (double step = 2; function.applyAsDouble(low) > 0; step *= 2) {
            low -= step;
        }
        double high = guess + 1;
        for (double step = 2; function.applyAsDouble(high) < 0; step *= 2) {
            high += step;
        }
        return increasing(function, low, high);
    }
}
