package org.rapport.reporting.report.needs;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.CsvReportWriter;
import org.rapport.reporting.report.Disclosures;
import org.rapport.reporting.report.EventFilter;
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.GivenAgain;

/** The report on needs over REST. */
@Path("/v1/reports/needs")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class NeedReportResource {

    private final NeedReports reports;
    private final Disclosures disclosures;

    NeedReportResource(NeedReports reports, Disclosures disclosures) {
        this.reports = reports;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportNeeds",
            summary = "Which needs were met?",
            description =
                    "Needs declared and met, by topic and kind, how long they waited, and the open ones that nobody"
                            + " offers to meet.")
    public NeedReport report(@BeanParam EventParams events) {
        Errors errors = new Errors();
        EventFilter filter = events.filter(errors);
        Instant asOf = events.asOf();
        errors.throwIfAny();
        return reports.answer(filter, asOf, disclosures.toCaller());
    }
}
