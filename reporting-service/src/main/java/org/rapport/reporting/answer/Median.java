package org.rapport.reporting.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.rapport.reporting.statistics.Estimate;

/**
 * The time by which half have had the event, each limit null where the curve's does not come down so far.
 *
 * @param reason of the first null
 */
public record Median(
        Double value,
        Double lower,
        Double upper,
        @JsonInclude(Include.NON_NULL) Double level,
        @JsonInclude(Include.NON_NULL) String method,
        @JsonInclude(Include.NON_NULL) String reason) {

    public static Median hidden(String reason) {
        return new Median(null, null, null, null, null, reason);
    }

    static Median of(Estimate median) {
        return new Median(
                median.value(), median.lower(), median.upper(), median.level(), median.method(), median.reason());
    }
}
