package org.rapport.reporting.report.participation;

import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.validation.Errors;

/** From what score somebody is ready. */
public class ThresholdParams {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,2}");
    private static final int HIGHEST_SCORE = 16;

    @Parameter(description = "Ready from this score, 0 to 16; any open need makes ready if absent", example = "8")
    @QueryParam("threshold")
    String threshold;

    /** Null if any open need makes ready; having added to the errors what is wrong with it. */
    public Integer score(Errors errors) {
        if (threshold == null) {
            return null;
        }
        if (!WHOLE_NUMBER.matcher(threshold).matches() || Integer.parseInt(threshold) > HIGHEST_SCORE) {
            errors.add("/threshold", "THRESHOLD_INVALID", "must be a whole number from 0 to " + HIGHEST_SCORE);
            return null;
        }
        return Integer.valueOf(threshold);
    }
}
