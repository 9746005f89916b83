package org.rapport.reporting.report;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.json.Times;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.validation.CountryCode;
import org.rapport.kit.validation.Errors;

/** The filters that every report takes, and the moment as of which it is answered. */
public class EventParams {

    @Parameter(description = "Only events of this programme")
    @QueryParam("programme")
    String programme;

    @Parameter(description = "Only events of this project")
    @QueryParam("project")
    String project;

    @Parameter(description = "Only this event")
    @QueryParam("event")
    String event;

    @Parameter(description = "Only events in this country (ISO 3166-1 alpha-2)", example = "PE")
    @QueryParam("country")
    String country;

    @Parameter(description = "Only events that start at this instant or later; a date means its first moment in UTC")
    @QueryParam("from")
    String from;

    @Parameter(description = "Only events that start at this instant or before; a date means its first moment in UTC")
    @QueryParam("to")
    String to;

    @Parameter(
            description =
                    "Answer with what had happened by then; a date means its last microsecond in UTC; now if absent or later",
            example = "2025-12-31")
    @QueryParam("asOf")
    String asOf;

    /** The filter, having added to the errors what is wrong with it. */
    public EventFilter filter(Errors errors) {
        if (country != null && !new CountryCode.Check().isValid(country, null)) {
            errors.add("/country", "COUNTRY_INVALID", "must be an ISO 3166-1 alpha-2 country code in upper case");
        }
        Instant first = read("from", from, Times::startOf);
        Instant last = read("to", to, Times::startOf);
        if (first != null && last != null && first.isAfter(last)) {
            errors.add("/to", "TO_BEFORE_FROM", "must not lie before 'from'");
        }
        return new EventFilter(
                read("programme", programme, Uuids::parse),
                read("project", project, Uuids::parse),
                read("event", event, Uuids::parse),
                country,
                first,
                last);
    }

    /**
     * The moment asked for, or the present one: what a report answers with, so that it can be asked again. Of the future
     * nothing is known, not even that nothing happened: a later moment is the present one.
     */
    public Instant asOf() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant asked = read("asOf", asOf, Times::endOf);
        return asked == null || asked.isAfter(now) ? now : asked;
    }

    /** Null if absent; what can't be read is malformed, unlike what is wrong. */
    public static <T> T read(String name, String text, Function<String, T> reading) {
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problems.invalidParameter(name, e.getMessage());
        }
    }
}
