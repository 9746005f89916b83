package org.rapport.reporting.calculator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.regression.Coefficients;
import org.rapport.reporting.statistics.regression.Dropped;
import org.rapport.reporting.statistics.regression.Inference;
import org.rapport.reporting.statistics.regression.RegressionFit;

/**
 * By what factor odds go with covariates.
 *
 * @param outcomes how many of the rows said yes
 * @param covariates those in the model; the others were dropped, and why
 * @param coefficients the intercept, and all covariates that were asked for; of those dropped null, with the reason
 * @param reason why there are no coefficients at all, if there are none
 */
public record LogisticAnswer(
        long n,
        long outcomes,
        List<String> covariates,
        List<Dropped> dropped,
        List<Coefficient> coefficients,
        Double logLikelihoodNull,
        Double logLikelihood,
        TestResult likelihoodRatioTest,
        TestResult waldTest,
        TestResult robustWaldTest,
        List<String> warnings,
        @JsonInclude(Include.NON_NULL) String reason) {

    /** A log odds ratio; of the intercept, the log odds where all covariates are 0. */
    @Schema(name = "LogisticCoefficient")
    public record Coefficient(
            String name,
            Double coefficient,
            Double standardError,
            Double robustStandardError,
            Estimate oddsRatio,
            Estimate robustOddsRatio,
            TestResult waldTest,
            TestResult robustWaldTest,
            @JsonInclude(Include.NON_NULL) String reason) {

        static Coefficient undefined(String name, String reason) {
            Estimate none = Estimate.undefined(reason);
            TestResult untested = TestResult.undefined(reason);
            return new Coefficient(name, null, null, null, none, none, untested, untested, reason);
        }
    }

    static LogisticAnswer of(List<String> names, boolean[] outcomes, RegressionFit fit, int[] cluster) {
        long yes = 0;
        for (boolean outcome : outcomes) {
            yes += outcome ? 1 : 0;
        }
        Inference modelBased = fit.defined() ? fit.coefficients().modelBased() : null;
        Inference robust = fit.defined() ? fit.coefficients().clusterRobust(cluster) : null;
        // the intercept comes first
        List<String> kept = fit.defined()
                ? fit.coefficients()
                        .names()
                        .subList(1, fit.coefficients().names().size())
                : List.of();
        List<Coefficient> coefficients = new ArrayList<>();
        coefficients.add(
                fit.defined()
                        ? coefficient(Coefficients.INTERCEPT, 0, modelBased, robust)
                        : Coefficient.undefined(Coefficients.INTERCEPT, fit.reason()));
        for (String name : names) {
            int j = kept.indexOf(name);
            coefficients.add(
                    j < 0
                            ? Coefficient.undefined(name, whyUndefined(name, fit))
                            : coefficient(name, j + 1, modelBased, robust));
        }
        TestResult untested = fit.defined() ? null : TestResult.undefined(fit.reason());
        return new LogisticAnswer(
                fit.n(),
                yes,
                kept,
                fit.dropped(),
                coefficients,
                fit.logLikelihoodNull(),
                fit.logLikelihood(),
                fit.likelihoodRatioTest(),
                fit.defined() ? modelBased.wald() : untested,
                fit.defined() ? robust.wald() : untested,
                fit.warnings(),
                fit.reason());
    }

    private static Coefficient coefficient(String name, int j, Inference modelBased, Inference robust) {
        return new Coefficient(
                name,
                modelBased.coefficient(j),
                modelBased.standardError(j),
                robust.standardError(j),
                modelBased.ratio(j),
                robust.ratio(j),
                modelBased.wald(j),
                robust.wald(j),
                null);
    }

    private static String whyUndefined(String name, RegressionFit fit) {
        return Dropped.reason(fit.dropped(), name).orElse(fit.reason());
    }
}
