package org.rapport.reporting.report.power;

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

/** The report on power over REST. */
@Path("/v1/reports/power")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class PowerResource {

    private final PowerReports reports;
    private final Disclosures disclosures;

    PowerResource(PowerReports reports, Disclosures disclosures) {
        this.reports = reports;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportPower",
            summary = "Could this ever conclude?",
            description =
                    "For each comparison of the other reports: how many people there are, the smallest effect that so"
                            + " many would show with 80 % power, and how many it would take.")
    public PowerReport report(@BeanParam PowerParams params) {
        return reports.answer(params.question(), disclosures.toCaller());
    }
}
