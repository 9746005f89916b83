package org.rapport.reporting.calculator;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.statistics.regression.Covariates;
import org.rapport.reporting.statistics.regression.LogisticRegression;

/**
 * Yes or no for each of many, and what is known of them.
 *
 * @param covariates by name, a number per row
 * @param cluster rows of one cluster aren't independent; absent, each row is its own
 */
@Schema(
        examples = "{\"outcome\": [true, true, false, false, true, false, false, true],"
                + " \"covariates\": {\"needMatch\": [1, 1, 0, 1, 0, 1, 0, 0], \"score\": [12, 9, 4, 7, 11, 3, 8, 9]},"
                + " \"cluster\": [1, 1, 2, 2, 3, 3, 4, 5]}")
public record LogisticRequest(
        List<Boolean> outcome,
        Map<String, List<Double>> covariates,
        @Schema(implementation = String[].class) List<Object> cluster) {

    LogisticAnswer calculate() {
        Columns columns = new Columns();
        boolean[] outcomes = columns.booleans(outcome, "outcome");
        Map<String, double[]> named = columns.covariates(covariates);
        Labels clusters = columns.labels(cluster, "cluster");
        columns.throwIfAny();
        return LogisticAnswer.of(
                List.copyOf(named.keySet()),
                outcomes,
                LogisticRegression.fit(Covariates.of(outcomes.length, named), outcomes),
                cluster == null ? IntStream.range(0, outcomes.length).toArray() : clusters.numbers());
    }
}
