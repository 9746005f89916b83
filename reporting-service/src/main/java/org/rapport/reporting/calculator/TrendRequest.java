package org.rapport.reporting.calculator;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.validation.Errors;

/**
 * Outcomes in ordered groups.
 *
 * @param scores how far apart the groups are taken to be; 0, 1, 2 and so on if absent
 */
@Schema(examples = "{\"successes\": [43, 25, 37, 28], \"totals\": [366, 157, 145, 77], \"scores\": [0, 1, 2, 3]}")
public record TrendRequest(long[] successes, long[] totals, double[] scores) {

    private static final int MOST = 1_000;
    private static final double LARGEST_SCORE = 1e9;

    /** Itself, with scores. */
    TrendRequest checked() {
        Errors errors = new Errors();
        if (successes == null) {
            errors.add("/successes", "SUCCESSES_REQUIRED", "must be given");
        }
        if (totals == null) {
            errors.add("/totals", "TOTALS_REQUIRED", "must be given");
        } else if (totals.length == 0 || totals.length > MOST) {
            errors.add("/totals", "TOTALS_LENGTH", "must have from 1 to " + MOST + " groups");
        }
        errors.throwIfAny();
        if (successes.length != totals.length) {
            errors.add("/successes", "SUCCESSES_LENGTH", "must have as many elements as totals");
        }
        if (scores != null && scores.length != totals.length) {
            errors.add("/scores", "SCORES_LENGTH", "must have as many elements as totals");
        }
        errors.throwIfAny();
        for (int i = 0; i < totals.length; i++) {
            boolean valid = Counts.isCount(successes[i], "/successes/" + i, errors)
                    & Counts.isCount(totals[i], "/totals/" + i, errors);
            if (valid && successes[i] > totals[i]) {
                errors.add("/successes/" + i, "SUCCESSES_MORE_THAN_TOTAL", "must not be more than the total");
            }
            if (scores != null && !(Math.abs(scores[i]) <= LARGEST_SCORE)) {
                errors.add("/scores/" + i, "SCORE_RANGE", "must be a number within a billion of 0");
            }
        }
        errors.throwIfAny();
        return scores == null ? new TrendRequest(successes, totals, consecutive(totals.length)) : this;
    }

    private static double[] consecutive(int length) {
        double[] numbers = new double[length];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }
}
