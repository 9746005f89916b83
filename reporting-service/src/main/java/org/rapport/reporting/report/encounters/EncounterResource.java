package org.rapport.reporting.report.encounters;

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

/** The encounter report over REST. */
@Path("/v1/reports/encounters")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class EncounterResource {

    private final EncounterReports reports;
    private final Disclosures disclosures;

    EncounterResource(EncounterReports reports, Disclosures disclosures) {
        this.reports = reports;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportEncounters",
            summary = "Who met whom at the events, and for how long?",
            description =
                    "Size and shape of the network of encounters among those who attended and consent to research.")
    public EncounterReport report(@BeanParam EventParams events) {
        Errors errors = new Errors();
        EventFilter filter = events.filter(errors);
        Instant asOf = events.asOf();
        errors.throwIfAny();
        return reports.answer(filter, asOf, disclosures.toCaller());
    }
}
