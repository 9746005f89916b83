package org.rapport.reporting.statistics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.RealMatrix;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.regression.Coefficients;
import org.rapport.reporting.statistics.regression.Covariates;
import org.rapport.reporting.statistics.regression.Dropped;
import org.rapport.reporting.statistics.regression.Likelihood.Evaluation;
import org.rapport.reporting.statistics.regression.Maximum;
import org.rapport.reporting.statistics.regression.PositiveDefinite;

/**
 * Hazards that depend on covariates by a factor exp(xβ), the same at all times; what the hazards are is left open, and may
 * differ between strata. Assumes proportional hazards, which {@link ProportionalHazards} asks about, and that censoring
 * has nothing to do with the outcome, given the covariates. Cox 1972; ties: Efron 1977.
 *
 * @param coefficients log hazard ratios; null if there is a reason
 * @param dropped covariates that say nothing, and were left out
 * @param logLikelihood partial, with the covariates; without them it is {@code logLikelihoodNull}
 * @param scoreTest of no effect of any covariate; with one that says who is in which of two groups, and no ties, it is the
 *     log-rank test
 * @param concordance Harrell's C
 */
public record Cox(
        long n,
        long events,
        Ties ties,
        Coefficients coefficients,
        List<Dropped> dropped,
        Double logLikelihoodNull,
        Double logLikelihood,
        TestResult likelihoodRatioTest,
        TestResult scoreTest,
        Double concordance,
        ProportionalHazards proportionalHazards,
        List<String> warnings,
        String reason) {

    private static final int EVENTS_PER_COVARIATE = 10;

    /** Less information than this per event is rounding: the covariate doesn't vary among those at risk. */
    private static final double NO_INFORMATION = 1e-12;

    public static Cox of(SurvivalTimes times, Covariates covariates) {
        return of(times, covariates, new int[times.size()], Ties.EFRON);
    }

    /** @param stratum a number from 0 per row */
    public static Cox of(SurvivalTimes times, Covariates covariates, int[] stratum, Ties ties) {
        if (covariates.rows() != times.size() || stratum.length != times.size()) {
            throw new IllegalArgumentException("Times, covariates and strata of different lengths: " + times.size()
                    + ", " + covariates.rows() + ", " + stratum.length);
        }
        long events = times.events();
        if (events == 0) {
            return undefined(times, ties, List.of(), "no event");
        }
        RiskSets riskSets = new RiskSets(times, covariates, stratum);
        Evaluation start = new PartialLikelihood(riskSets, ties).at(new double[covariates.size()]);
        double[][] information = start.information().getData();
        List<Integer> kept = PositiveDefinite.independent(information, NO_INFORMATION * events);
        List<Dropped> dropped = new ArrayList<>();
        for (int j = 0; j < covariates.size(); j++) {
            if (!kept.contains(j)) {
                dropped.add(new Dropped(covariates.names().get(j), whyDropped(covariates, j, information, events)));
            }
        }
        if (kept.isEmpty()) {
            return undefined(times, ties, dropped, "no covariate that varies among those at risk");
        }
        if (dropped.isEmpty()) {
            return fit(times, covariates, riskSets, start, ties, dropped);
        }
        Covariates fewer = covariates.only(kept);
        riskSets = new RiskSets(times, fewer, stratum);
        start = new PartialLikelihood(riskSets, ties).at(new double[fewer.size()]);
        return fit(times, fewer, riskSets, start, ties, dropped);
    }

    private static String whyDropped(Covariates covariates, int j, double[][] information, long events) {
        if (covariates.isConstant(j)) {
            return Dropped.CONSTANT;
        }
        return information[j][j] <= NO_INFORMATION * events ? "constant among those at risk" : Dropped.COLLINEAR;
    }

    private static Cox fit(
            SurvivalTimes times,
            Covariates covariates,
            RiskSets riskSets,
            Evaluation start,
            Ties ties,
            List<Dropped> dropped) {
        int size = covariates.size();
        PartialLikelihood likelihood = new PartialLikelihood(riskSets, ties);
        double[] range = new double[size];
        for (int j = 0; j < size; j++) {
            range[j] = covariates.range(j);
        }
        Optional<Maximum> maximum = Maximum.of(likelihood, new double[size], start, range);
        TestResult scoreTest = scoreTest(start);
        if (maximum.isEmpty()) {
            return failed(times, ties, dropped, start, null, scoreTest, "the likelihood has no maximum that was found");
        }
        Maximum found = maximum.get();
        if (!found.unbounded().isEmpty()) {
            String names =
                    found.unbounded().stream().map(covariates.names()::get).collect(Collectors.joining(", "));
            return failed(
                    times,
                    ties,
                    dropped,
                    start,
                    found.value(),
                    scoreTest,
                    "monotone likelihood, no finite estimate: it keeps rising with the coefficient of " + names);
        }
        double[] at = found.parameters().toArray();
        return new Cox(
                times.size(),
                times.events(),
                ties,
                Coefficients.withoutIntercept(covariates, found, ScoreResiduals.of(riskSets, likelihood, at)),
                dropped,
                start.value(),
                found.value(),
                likelihoodRatio(start.value(), found.value(), size),
                scoreTest,
                Concordance.of(riskSets, riskSets.eta(at)),
                ProportionalHazards.of(times, riskSets, likelihood, at, covariates.names()),
                warnings(times.events(), size),
                null);
    }

    public boolean defined() {
        return coefficients != null;
    }

    private static TestResult likelihoodRatio(double without, double with, int df) {
        return TestResult.chiSquared(Math.max(0, 2 * (with - without)), df, "likelihood ratio");
    }

    private static TestResult scoreTest(Evaluation start) {
        RealMatrix inverse = PositiveDefinite.inverse(start.information().getData())
                .orElseThrow(() -> new IllegalStateException("Singular after the covariates were chosen"));
        return TestResult.chiSquared(
                inverse.operate(start.gradient()).dotProduct(start.gradient()),
                start.gradient().getDimension(),
                "score");
    }

    private static List<String> warnings(long events, int covariates) {
        if (events >= (long) EVENTS_PER_COVARIATE * covariates) {
            return List.of();
        }
        return List.of(events + " events for " + covariates + " covariates: fewer than " + EVENTS_PER_COVARIATE
                + " for each, too few to rely on coefficients and intervals");
    }

    /** The tests that need no estimate are given all the same. */
    private static Cox failed(
            SurvivalTimes times,
            Ties ties,
            List<Dropped> dropped,
            Evaluation start,
            Double value,
            TestResult scoreTest,
            String reason) {
        int size = start.gradient().getDimension();
        return new Cox(
                times.size(),
                times.events(),
                ties,
                null,
                dropped,
                start.value(),
                value,
                value == null ? TestResult.undefined(reason) : likelihoodRatio(start.value(), value, size),
                scoreTest,
                null,
                ProportionalHazards.undefined(reason),
                warnings(times.events(), size),
                reason);
    }

    private static Cox undefined(SurvivalTimes times, Ties ties, List<Dropped> dropped, String reason) {
        return new Cox(
                times.size(),
                times.events(),
                ties,
                null,
                dropped,
                null,
                null,
                TestResult.undefined(reason),
                TestResult.undefined(reason),
                null,
                ProportionalHazards.undefined(reason),
                List.of(),
                reason);
    }
}
