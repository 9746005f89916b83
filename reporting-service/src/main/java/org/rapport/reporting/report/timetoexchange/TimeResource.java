package org.rapport.reporting.report.timetoexchange;

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

/** The report on times to exchanges over REST. */
@Path("/v1/reports/time-to-exchange")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class TimeResource {

    private final TimeReports reports;
    private final Disclosures disclosures;

    TimeResource(TimeReports reports, Disclosures disclosures) {
        this.reports = reports;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportTimeToExchange",
            summary = "How soon after an event do exchanges follow, and for whom?",
            description =
                    "Kaplan-Meier curves of the time to the first exchange by readiness, their log-rank test, and a"
                            + " Cox regression. For everybody but analysts days are put together to periods, so that no step of a"
                            + " curve tells of few people.")
    public TimeReport report(@BeanParam TimeParams params) {
        return reports.answer(params.question(), disclosures.toCaller());
    }
}
