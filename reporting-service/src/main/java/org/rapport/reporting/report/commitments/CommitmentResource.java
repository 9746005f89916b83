package org.rapport.reporting.report.commitments;

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

/** The report on commitments over REST. */
@Path("/v1/reports/commitments")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class CommitmentResource {

    private final CommitmentReports reports;
    private final Disclosures disclosures;

    CommitmentResource(CommitmentReports reports, Disclosures disclosures) {
        this.reports = reports;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportCommitments",
            summary = "Did promises become exchanges?",
            description =
                    "Who promised something to the community or to somebody at the end of an event, and had exchanges"
                            + " by 30, 90, 180 and 365 days, against those who promised nothing.")
    public CommitmentReport report(@BeanParam CommitmentParams params) {
        return reports.answer(params.selection(), disclosures.toCaller());
    }
}
