package org.rapport.reporting.report.embeddedness;

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

/** The report on embeddedness over REST. */
@Path("/v1/reports/embeddedness")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class EmbeddednessResource {

    private final ComparisonReports reports;
    private final Disclosures disclosures;

    EmbeddednessResource(ComparisonReports reports, Disclosures disclosures) {
        this.reports = reports;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportEmbeddedness",
            summary = "Do events embedded in longer projects go with more exchanges afterwards?",
            description =
                    "As the readiness report, with readiness as a stratum: the row ready of the tables holds those whose event was embedded. The interaction says whether embedding goes with more among the ready.")
    public ComparisonReport report(@BeanParam ComparisonParams params) {
        return reports.answer(
                params.question("embeddedness", Exposure.EMBEDDED, StratifyBy.READINESS, new Errors()),
                disclosures.toCaller());
    }
}
