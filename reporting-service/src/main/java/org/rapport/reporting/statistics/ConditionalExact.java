package org.rapport.reporting.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * Inference on the odds ratio ψ given all margins of the table, where a has Fisher's noncentral hypergeometric
 * distribution. Needs no large sample, and conditions on more than most designs fix. Fisher 1935; Cornfield 1956;
 * Lancaster 1961.
 *
 * @param oddsRatio conditional maximum likelihood, E_ψ[A] = a; interval by P_ψ(A >= a) = 0.025 and P_ψ(A <= a) = 0.025.
 *     Not finite when a is as large as the margins allow: then only the lower limit is given
 * @param midP the same estimate; interval with only half of P(A = a) in each tail, less conservative
 * @param fisher two-sided, the tables no more probable than this one
 * @param greater one-sided, P(A >= a)
 * @param less one-sided, P(A <= a)
 * @param midPTest twice the smaller tail with half of P(A = a) in it
 */
public record ConditionalExact(
        Estimate oddsRatio,
        Estimate midP,
        TestResult fisher,
        TestResult greater,
        TestResult less,
        TestResult midPTest) {

    /** Above it an answer would take seconds, and agree with the large-sample one in any case. */
    private static final long LARGEST_TOTAL = 10_000_000;

    private static final String EXACT = "conditional maximum likelihood, exact";
    private static final String MID_P = "conditional maximum likelihood, mid-p";

    static ConditionalExact of(TwoByTwo table) {
        String reason = whyUndefined(table);
        if (reason != null) {
            return undefined(reason);
        }
        NoncentralHypergeometric distribution = new NoncentralHypergeometric(table);
        double guess = Math.log(table.oddsRatioHaldane().value());
        FisherExact fisher = new FisherExact(table);
        return new ConditionalExact(
                estimate(distribution, guess, 0, EXACT),
                estimate(distribution, guess, 0.5, MID_P),
                fisher(fisher),
                TestResult.exact(fisher.greater(), "Fisher, one-sided, greater"),
                TestResult.exact(fisher.less(), "Fisher, one-sided, less"),
                TestResult.exact(fisher.midP(), "Fisher, two-sided, mid-p"));
    }

    /** Fisher's test alone, which takes much less than the estimates. */
    static TestResult fisher(TwoByTwo table) {
        String reason = whyUndefined(table);
        return reason == null ? fisher(new FisherExact(table)) : TestResult.undefined(reason);
    }

    private static TestResult fisher(FisherExact fisher) {
        return TestResult.exact(fisher.twoSided(), "Fisher, two-sided");
    }

    private static String whyUndefined(TwoByTwo table) {
        if (!table.informative()) {
            return Reason.EMPTY_MARGIN;
        }
        return table.total() > LARGEST_TOTAL ? "too many for the exact method, more than " + LARGEST_TOTAL : null;
    }

    private static ConditionalExact undefined(String reason) {
        Estimate estimate = Estimate.undefined(reason);
        TestResult test = TestResult.undefined(reason);
        return new ConditionalExact(estimate, estimate, test, test, test, test);
    }

    /** @param excluded how much of P(A = a) a tail leaves out */
    private static Estimate estimate(
            NoncentralHypergeometric distribution, double guess, double excluded, String method) {
        DoubleUnaryOperator upperTail = log -> distribution.at(log).atLeast(excluded) - Confidence.TAIL;
        DoubleUnaryOperator lowerTail =
                log -> Confidence.TAIL - distribution.at(log).atMost(excluded);
        if (distribution.observedIsLargest()) {
            double lower = Math.exp(Roots.increasingAround(upperTail, guess));
            return Estimate.unboundedAbove(lower, method, Reason.EMPTY_CELL);
        }
        double upper = Math.exp(Roots.increasingAround(lowerTail, guess));
        if (distribution.observedIsSmallest()) {
            return Estimate.of(0, 0, upper, method);
        }
        double lower = Math.exp(Roots.increasingAround(upperTail, guess));
        double value =
                Math.exp(Roots.increasingAround(log -> distribution.at(log).meanExcess(), guess));
        return Estimate.of(value, lower, upper, method);
    }
}
