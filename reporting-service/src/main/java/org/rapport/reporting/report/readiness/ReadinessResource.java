package org.rapport.reporting.report.readiness;

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
import org.rapport.reporting.report.comparison.ComparisonReport;
import org.rapport.reporting.report.comparison.ComparisonReports;

/** The readiness report over REST. */
@Path("/v1/reports/readiness")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class ReadinessResource {

    private final ComparisonReports reports;
    private final Disclosures disclosures;

    ReadinessResource(ComparisonReports reports, Disclosures disclosures) {
        this.reports = reports;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportReadiness",
            summary = "Does a need declared before an event go with exchanges afterwards?",
            description =
                    "Counts, risks, differences and ratios with intervals; within strata, pooled, and by level of "
                            + "readiness; who was left out and why. Everybody but analysts gets small "
                            + "numbers suppressed.")
    public ComparisonReport report(@BeanParam ReadinessParams params) {
        return reports.answer(params.question(), disclosures.toCaller());
    }
}
