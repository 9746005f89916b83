package org.rapport.reporting.report.communityversusbilateral;

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
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;

/** The report on communities and pairs over REST. */
@Path("/v1/reports/community-versus-bilateral")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class CommunityResource {

    private final Snapshot snapshot;
    private final Disclosures disclosures;

    CommunityResource(Snapshot snapshot, Disclosures disclosures) {
        this.snapshot = snapshot;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportCommunityVersusBilateral",
            summary = "What lasts after an event: community or pairs?",
            description =
                    "Per month since the event: active members and acts of the community, pairs and exchanges, and how"
                            + " soon each is down to a half.")
    public CommunityReport report(@BeanParam CommunityParams params) {
        CommunityQuestion question = params.question();
        return new CommunityAssembly(
                        question,
                        snapshot.read(connection -> CommunityQuery.months(
                                connection, question, ScopedEvents.of(connection, question.filter(), question.asOf()))),
                        disclosures.toCaller())
                .report();
    }
}
