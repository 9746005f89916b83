package org.rapport.reporting.report;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.rapport.kit.json.Times;
import org.rapport.kit.validation.Errors;

/**
 * Those who aren't analysts may ask for whole months and usual windows alone: whoever may move a limit by a day learns
 * from two answers what became of the few people of that day.
 */
@Provider
public class CoarseQuestions implements ContainerRequestFilter {

    private static final String REPORTS = "/v1/reports/";
    private static final List<String> WINDOWS = List.of("P30D", "P90D", "P180D", "P365D");
    private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]{0,4}D");
    private static final List<String> FIRST_DAYS = List.of("from", "to", "startedFrom");
    private static final List<String> LAST_DAYS = List.of("asOf", "startedTo");

    private final Disclosures disclosures;

    CoarseQuestions(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith(REPORTS)
                || disclosures.toCaller().full()) {
            return;
        }
        MultivaluedMap<String, String> asked = request.getUriInfo().getQueryParameters();
        Errors errors = new Errors();
        String window = asked.getFirst("window");
        if (window != null && DAYS.matcher(window).matches() && !WINDOWS.contains(window)) {
            errors.add(
                    "/window",
                    "FOR_ANALYSTS",
                    "must be one of " + String.join(", ", WINDOWS) + "; others are for analysts");
        }
        for (String name : FIRST_DAYS) {
            if (isMoment(asked.getFirst(name)) && !isDayOfMonth(asked.getFirst(name), false)) {
                errors.add("/" + name, "FOR_ANALYSTS", "must be the first day of a month; others are for analysts");
            }
        }
        for (String name : LAST_DAYS) {
            if (isMoment(asked.getFirst(name)) && !isDayOfMonth(asked.getFirst(name), true)) {
                errors.add("/" + name, "FOR_ANALYSTS", "must be the last day of a month; others are for analysts");
            }
        }
        errors.throwIfAny();
    }

    /** What is none is malformed, as for everybody. */
    private static boolean isMoment(String text) {
        try {
            return text != null && Times.startOf(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDayOfMonth(String text, boolean last) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getDayOfMonth() == (last ? day.lengthOfMonth() : 1);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
