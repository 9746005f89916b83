package org.rapport.reporting.report.incentives;

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
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.CsvReportWriter;
import org.rapport.reporting.report.Disclosures;
import org.rapport.reporting.report.GivenAgain;
import org.rapport.reporting.report.comparison.ComparisonParams;
import org.rapport.reporting.report.comparison.ComparisonQuestion.Exposure;
import org.rapport.reporting.report.comparison.ComparisonQuestion.StratifyBy;
import org.rapport.reporting.report.comparison.ComparisonReport;
import org.rapport.reporting.report.comparison.ComparisonReports;

/** The report on incentives over REST. */
@Path("/v1/reports/incentives")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class IncentivesResource {

    private final ComparisonReports reports;
    private final Disclosures disclosures;

    IncentivesResource(ComparisonReports reports, Disclosures disclosures) {
        this.reports = reports;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportIncentives",
            summary = "Do incentives go with more exchanges afterwards?",
            description =
                    "As the readiness report, with readiness as a stratum: the row ready of the tables holds those with an incentive. The interaction says whether incentives go with more among the ready.")
    public ComparisonReport report(@BeanParam ComparisonParams params) {
        return reports.answer(
                params.question("incentives", Exposure.INCENTIVE, StratifyBy.READINESS, new Errors()),
                disclosures.toCaller());
    }
}
