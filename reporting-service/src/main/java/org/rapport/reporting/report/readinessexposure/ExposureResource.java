package org.rapport.reporting.report.readinessexposure;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.reporting.report.CsvReportWriter;
import org.rapport.reporting.report.Disclosures;
import org.rapport.reporting.report.GivenAgain;

/** The report on pairs over REST. */
@Path("/v1/reports/readiness-exposure")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class ExposureResource {

    private final ExposureReports reports;
    private final Disclosures disclosures;

    ExposureResource(ExposureReports reports, Disclosures disclosures) {
        this.reports = reports;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportReadinessExposure",
            summary = "Is it the meeting, the need, or both?",
            description = "Of all pairs of people who were to be at an event: how many had an exchange, by whether one"
                    + " offered what the other needed and by whether they met; against pairs who by design or accident did"
                    + " not meet.")
    public ExposureReport report(@BeanParam ExposureParams params) {
        return reports.answer(params.question(), disclosures.toCaller());
    }
}
