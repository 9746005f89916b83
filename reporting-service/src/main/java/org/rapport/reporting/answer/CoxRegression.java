package org.rapport.reporting.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.regression.Dropped;
import org.rapport.reporting.statistics.regression.Inference;
import org.rapport.reporting.statistics.survival.Cox;
import org.rapport.reporting.statistics.survival.ProportionalHazards;

/**
 * By what factor hazards go with covariates.
 *
 * @param covariates those in the model; the others were dropped, and why
 * @param coefficients of all that were asked for; of those dropped null, with the reason
 * @param waldTest model-based
 * @param robustWaldTest taking only clusters to be independent
 * @param concordance Harrell's C
 * @param reason why there are no coefficients at all, if there are none
 */
public record CoxRegression(
        Long n,
        Long events,
        String ties,
        List<String> covariates,
        List<Dropped> dropped,
        List<Coefficient> coefficients,
        Double logLikelihoodNull,
        Double logLikelihood,
        TestResult likelihoodRatioTest,
        TestResult waldTest,
        TestResult scoreTest,
        TestResult robustWaldTest,
        Double concordance,
        ProportionalHazards proportionalHazards,
        List<String> warnings,
        @JsonInclude(Include.NON_NULL) String reason) {

    /**
     * A log hazard ratio.
     *
     * @param robustStandardError by cluster
     * @param robustStandardErrorByEvent by another kind of cluster; absent if there is none
     * @param hazardRatio with the model-based interval
     * @param robustHazardRatio with the interval by cluster
     */
    @Schema(name = "CoxCoefficient")
    public record Coefficient(
            String name,
            Double coefficient,
            Double standardError,
            Double robustStandardError,
            @JsonInclude(Include.NON_NULL) Double robustStandardErrorByEvent,
            Estimate hazardRatio,
            Estimate robustHazardRatio,
            TestResult waldTest,
            TestResult robustWaldTest,
            @JsonInclude(Include.NON_NULL) String reason) {

        static Coefficient undefined(String name, String reason) {
            return new Coefficient(
                    name,
                    null,
                    null,
                    null,
                    null,
                    Estimate.undefined(reason),
                    Estimate.undefined(reason),
                    TestResult.undefined(reason),
                    TestResult.undefined(reason),
                    reason);
        }
    }

    /**
     * @param names of all covariates that were asked for
     * @param cluster a number from 0 per row
     */
    public static CoxRegression of(List<String> names, Cox cox, int[] cluster) {
        return of(names, cox, cluster, null);
    }

    /** @param event another clustering, to be shown beside */
    public static CoxRegression of(List<String> names, Cox cox, int[] cluster, int[] event) {
        if (!cox.defined()) {
            List<Coefficient> none = names.stream()
                    .map(name -> Coefficient.undefined(name, whyUndefined(name, cox)))
                    .toList();
            TestResult undefined = TestResult.undefined(cox.reason());
            return of(cox, List.of(), none, undefined, undefined);
        }
        Inference modelBased = cox.coefficients().modelBased();
        Inference robust = cox.coefficients().clusterRobust(cluster);
        Inference byEvent = event == null ? null : cox.coefficients().clusterRobust(event);
        List<String> kept = cox.coefficients().names();
        List<Coefficient> coefficients = new ArrayList<>();
        for (String name : names) {
            int j = kept.indexOf(name);
            coefficients.add(
                    j < 0
                            ? Coefficient.undefined(name, whyUndefined(name, cox))
                            : new Coefficient(
                                    name,
                                    modelBased.coefficient(j),
                                    modelBased.standardError(j),
                                    robust.standardError(j),
                                    byEvent == null ? null : byEvent.standardError(j),
                                    modelBased.ratio(j),
                                    robust.ratio(j),
                                    modelBased.wald(j),
                                    robust.wald(j),
                                    null));
        }
        return of(cox, kept, coefficients, modelBased.wald(), robust.wald());
    }

    public static CoxRegression hidden(List<String> names, String reason) {
        TestResult none = TestResult.undefined(reason);
        return new CoxRegression(
                null,
                null,
                null,
                List.of(),
                List.of(),
                names.stream().map(name -> Coefficient.undefined(name, reason)).toList(),
                null,
                null,
                none,
                none,
                none,
                none,
                null,
                new ProportionalHazards(null, List.of(), reason),
                List.of(),
                reason);
    }

    private static CoxRegression of(
            Cox cox, List<String> kept, List<Coefficient> coefficients, TestResult wald, TestResult robustWald) {
        return new CoxRegression(
                cox.n(),
                cox.events(),
                cox.ties().name().toLowerCase(Locale.ROOT),
                kept,
                cox.dropped(),
                coefficients,
                cox.logLikelihoodNull(),
                cox.logLikelihood(),
                cox.likelihoodRatioTest(),
                wald,
                cox.scoreTest(),
                robustWald,
                cox.concordance(),
                cox.proportionalHazards(),
                cox.warnings(),
                cox.reason());
    }

    private static String whyUndefined(String name, Cox cox) {
        return Dropped.reason(cox.dropped(), name).orElse(cox.reason());
    }
}
