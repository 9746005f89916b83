package org.rapport.reporting.report;

import jakarta.ws.rs.QueryParam;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.validation.Errors;

/** How long after an event exchanges count, and in some reports as long before it. */
public class WindowParams {

    private static final Pattern WINDOW = Pattern.compile("P([1-9][0-9]{0,4})D");
    private static final int DEFAULT_DAYS = 180;

    @Parameter(
            description = "How long after an event exchanges count, in whole days: PnD; P180D if absent",
            example = "P180D")
    @QueryParam("window")
    String window;

    /** In days, having added to the errors what is wrong with it. */
    public int days(Errors errors) {
        if (window == null) {
            return DEFAULT_DAYS;
        }
        Matcher matcher = WINDOW.matcher(window);
        if (!matcher.matches()) {
            errors.add("/window", "WINDOW_INVALID", "must be whole days from P1D to P99999D, such as P180D");
            return DEFAULT_DAYS;
        }
        return Integer.parseInt(matcher.group(1));
    }
}
