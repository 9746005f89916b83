package org.rapport.reporting.statistics;

/** A test of a hypothesis. An undefined one has neither statistic nor p-value, but a reason. */
public record TestResult(Double statistic, Long df, Double pValue, String method, String reason) {

    public TestResult {
        if (statistic != null && !Double.isFinite(statistic)) {
            throw new IllegalArgumentException("Not a finite statistic: " + statistic);
        }
        if (pValue != null && !(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("Not a p-value: " + pValue);
        }
        if (pValue == null && reason == null) {
            throw new IllegalArgumentException("An undefined test needs a reason");
        }
    }

    public static TestResult undefined(String reason) {
        return new TestResult(null, null, null, null, reason);
    }

    /** An exact test, which has no statistic but its p-value. */
    static TestResult exact(double pValue, String method) {
        return new TestResult(null, null, Math.min(1, pValue), method, null);
    }

    public static TestResult chiSquared(double statistic, long df, String method) {
        return new TestResult(statistic, df, Tails.chiSquared(statistic, df), method, null);
    }

    public boolean defined() {
        return pValue != null;
    }
}
