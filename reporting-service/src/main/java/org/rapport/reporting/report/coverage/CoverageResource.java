package org.rapport.reporting.report.coverage;

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

/** The report on coverage over REST. */
@Path("/v1/reports/coverage")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class CoverageResource {

    private final CoverageReports reports;
    private final Disclosures disclosures;

    CoverageResource(CoverageReports reports, Disclosures disclosures) {
        this.reports = reports;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportCoverage",
            summary = "How much do we know?",
            description =
                    "Follow-ups due and answered, by event and by cell of the table of readiness and engagement; who"
                            + " could not be followed; references to what is not known; late needs; consent withheld.")
    public CoverageReport report(@BeanParam CoverageParams params) {
        return reports.answer(params.question(), disclosures.toCaller());
    }
}
