package org.rapport.reporting.report;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.json.Times;
import org.rapport.kit.validation.CountryCode;
import org.rapport.kit.validation.Errors;

/** The filters that every report takes, and the moment as of which it is answered. */
public class EventParams {

    @Parameter(description = "Only events of this programme")
    @QueryParam("programme")
    UUID programme;

    @Parameter(description = "Only events of this project")
    @QueryParam("project")
    UUID project;

    @Parameter(description = "Only this event")
    @QueryParam("event")
    UUID event;

    @Parameter(description = "Only events in this country (ISO 3166-1 alpha-2)", example = "PE")
    @QueryParam("country")
    String country;

    @Parameter(description = "Only events that start at this instant or later; a date means its first moment in UTC")
    @QueryParam("from")
    Instant from;

    @Parameter(description = "Only events that start at this instant or before; a date means its first moment in UTC")
    @QueryParam("to")
    Instant to;

    @Parameter(
            description =
                    "Answer with what had happened by then; a date means its last microsecond in UTC; now if absent",
            example = "2025-12-31")
    @QueryParam("asOf")
    String asOf;

    /** The filter, having added to the errors what is wrong with it. */
    public EventFilter filter(Errors errors) {
        if (country != null && !new CountryCode.Check().isValid(country, null)) {
            errors.add("/country", "COUNTRY_INVALID", "must be an ISO 3166-1 alpha-2 country code in upper case");
        }
        if (from != null && to != null && from.isAfter(to)) {
            errors.add("/to", "TO_BEFORE_FROM", "must not lie before 'from'");
        }
        return new EventFilter(programme, project, event, country, from, to);
    }

    /** The moment asked for, or the present one: what a report answers with, so that it can be asked again. */
    public Instant asOf(Errors errors) {
        if (asOf == null) {
            return Instant.now().truncatedTo(ChronoUnit.MICROS);
        }
        try {
            return Times.endOf(asOf);
        } catch (IllegalArgumentException e) {
            errors.add("/asOf", "AS_OF_INVALID", e.getMessage());
            return null;
        }
    }
}
