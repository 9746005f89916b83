package org.rapport.reporting.calculator;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.validation.Errors;

/**
 * Outcomes in ordered groups.
 *
 * @param scores how far apart the groups are taken to be; 0, 1, 2 and so on if absent
 */
@Schema(examples = "{\"successes\": [43, 25, 37, 28], \"totals\": [366, 157, 145, 77], \"scores\": [0, 1, 2, 3]}")
public record TrendRequest(List<Long> successes, List<Long> totals, List<Double> scores) {

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
        } else if (totals.isEmpty() || totals.size() > MOST) {
            errors.add("/totals", "TOTALS_LENGTH", "must have from 1 to " + MOST + " groups");
        }
        errors.throwIfAny();
        if (successes.size() != totals.size()) {
            errors.add("/successes", "SUCCESSES_LENGTH", "must have as many elements as totals");
        }
        if (scores != null && scores.size() != totals.size()) {
            errors.add("/scores", "SCORES_LENGTH", "must have as many elements as totals");
        }
        errors.throwIfAny();
        for (int i = 0; i < totals.size(); i++) {
            checkGroup(i, errors);
        }
        errors.throwIfAny();
        return scores == null ? new TrendRequest(successes, totals, consecutive(totals.size())) : this;
    }

    private void checkGroup(int i, Errors errors) {
        boolean valid = Counts.isCount(successes.get(i), "/successes/" + i, errors)
                & Counts.isCount(totals.get(i), "/totals/" + i, errors);
        if (valid && successes.get(i) > totals.get(i)) {
            errors.add("/successes/" + i, "SUCCESSES_MORE_THAN_TOTAL", "must not be more than the total");
        }
        if (scores != null && (scores.get(i) == null || !(Math.abs(scores.get(i)) <= LARGEST_SCORE))) {
            errors.add("/scores/" + i, "SCORE_RANGE", "must be a number within a billion of 0");
        }
    }

    private static List<Double> consecutive(int length) {
        return IntStream.range(0, length).mapToObj(Double::valueOf).toList();
    }
}
