package org.rapport.reporting.statistics;

/**
 * An estimate with its interval. An undefined one has a null value and a reason; one that is known on one side only
 * (an odds ratio with an empty cell, estimated exactly) keeps the limit it has. A defined value may still carry a reason
 * when it is the interval that is missing.
 *
 * @param seLog standard error of the logarithm, for ratios
 * @param se standard error on the scale of the value, for differences
 * @param count numerator of a proportion
 * @param of denominator of a proportion
 */
public record Estimate(
        Double value,
        Double lower,
        Double upper,
        Double level,
        String method,
        Double seLog,
        Double se,
        Long count,
        Long of,
        String reason) {

    public Estimate {
        requireFinite(value, "value");
        requireFinite(lower, "lower");
        requireFinite(upper, "upper");
        requireFinite(seLog, "seLog");
        requireFinite(se, "se");
        if (value == null && reason == null) {
            throw new IllegalArgumentException("An undefined estimate needs a reason");
        }
    }

    public static Estimate undefined(String reason) {
        return new Estimate(null, null, null, null, null, null, null, null, null, reason);
    }

    /** A value without an interval. */
    public static Estimate of(double value) {
        return new Estimate(value, null, null, null, null, null, null, null, null, null);
    }

    /** A 95 % interval found by the method itself. */
    public static Estimate of(double value, double lower, double upper, String method) {
        return new Estimate(value, lower, upper, Confidence.LEVEL, method, null, null, null, null, null);
    }

    /** A proportion, which is nothing without its denominator. */
    public static Estimate proportion(long count, long of, double lower, double upper, String method) {
        double value = (double) count / of;
        return new Estimate(value, lower, upper, Confidence.LEVEL, method, null, null, count, of, null);
    }

    /** A 95 % interval value +- z se, on the scale of the value. */
    public static Estimate normal(double value, double se, String method) {
        if (se == 0) {
            return withoutInterval(value, method);
        }
        double half = Confidence.Z * se;
        return new Estimate(value, value - half, value + half, Confidence.LEVEL, method, null, se, null, null, null);
    }

    /** A ratio with the 95 % interval value exp(+- z seLog), symmetric on the logarithmic scale. */
    public static Estimate logNormal(double value, double seLog, String method) {
        if (seLog == 0) {
            return withoutInterval(value, method);
        }
        double factor = Math.exp(Confidence.Z * seLog);
        return new Estimate(
                value, value / factor, value * factor, Confidence.LEVEL, method, seLog, null, null, null, null);
    }

    /** A ratio the data put no upper bound on: no finite value, but a lower limit that is worth knowing. */
    static Estimate unboundedAbove(double lower, String method, String reason) {
        return new Estimate(null, lower, null, Confidence.LEVEL, method, null, null, null, null, reason);
    }

    /** A standard error of zero says that the method has nothing to go by, not that the value is certain. */
    private static Estimate withoutInterval(double value, String method) {
        return new Estimate(
                value, null, null, null, method, null, null, null, null, "no variation to give an interval");
    }

    public boolean defined() {
        return value != null;
    }

    private static void requireFinite(Double number, String name) {
        if (number != null && !Double.isFinite(number)) {
            throw new IllegalArgumentException("Not a finite " + name + ": " + number);
        }
    }
}
