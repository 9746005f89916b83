package org.rapport.reporting.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * How strong an unmeasured confounder would have to be, on the scale of the relative risk and with both exposure and
 * outcome, to explain an association away: RR + √(RR (RR - 1)), a ratio below 1 being inverted first. The limit is the
 * same of the interval's end nearer to 1, and is 1 when the interval covers 1. VanderWeele and Ding 2017.
 */
public record EValue(Double value, Double limit, String reason) {

    /** Of a relative risk; also of an odds or hazard ratio when the outcome is rare (below some 15 %). */
    public static EValue of(Estimate relativeRisk) {
        return of(relativeRisk, DoubleUnaryOperator.identity());
    }

    /** Of an odds ratio when the outcome is common, by RR ≈ √OR. */
    public static EValue ofCommonOddsRatio(Estimate oddsRatio) {
        return of(oddsRatio, Math::sqrt);
    }

    /** Of a hazard ratio when the outcome is common, by RR ≈ (1 - 0.5^√HR) / (1 - 0.5^√(1/HR)). */
    public static EValue ofCommonHazardRatio(Estimate hazardRatio) {
        return of(hazardRatio, hr -> halved(Math.sqrt(hr)) / halved(Math.sqrt(1 / hr)));
    }

    private static EValue of(Estimate ratio, DoubleUnaryOperator toRelativeRisk) {
        if (!ratio.defined()) {
            return new EValue(null, null, ratio.reason());
        }
        if (ratio.value() <= 0) {
            return new EValue(null, null, "not a positive ratio");
        }
        return new EValue(point(toRelativeRisk.applyAsDouble(ratio.value())), limit(ratio, toRelativeRisk), null);
    }

    private static Double limit(Estimate ratio, DoubleUnaryOperator toRelativeRisk) {
        Double nearer = ratio.value() >= 1 ? ratio.lower() : ratio.upper();
        if (nearer == null) {
            return null;
        }
        boolean coversOne = ratio.value() >= 1 ? nearer <= 1 : nearer >= 1;
        return coversOne ? 1 : point(toRelativeRisk.applyAsDouble(nearer));
    }

    private static double point(double relativeRisk) {
        double rr = relativeRisk < 1 ? 1 / relativeRisk : relativeRisk;
        return rr + Math.sqrt(rr) * Math.sqrt(rr - 1);
    }

    /** 1 - 0.5^x without losing the digits of a small x. */
    private static double halved(double x) {
        return -Math.expm1(-x * Math.log(2));
    }
}
