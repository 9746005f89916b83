package org.rapport.reporting.network;

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
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.GivenAgain;
import org.rapport.reporting.report.WindowParams;

/** The report on the network over REST. */
@Path("/v1/reports/network")
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class NetworkReportResource {

    private final NetworkReports reports;
    private final Disclosures disclosures;

    NetworkReportResource(NetworkReports reports, Disclosures disclosures) {
        this.reports = reports;
        this.disclosures = disclosures;
    }

    @GET
    @GivenAgain
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "reportNetwork",
            summary = "What network do the exchanges make?",
            description =
                    "Size, density, components, degrees, centralisation, reciprocity of reports, E-I index by organisation "
                            + "and country, communities, and new ties before and after each event; every figure with what "
                            + "it is computed from. With a filter of events it is about those who attended them, else "
                            + "about everybody. Only people with consent to research; everybody but analysts gets small "
                            + "numbers suppressed. Too large a network is refused with a 422.")
    public NetworkReport report(
            @BeanParam EventParams events, @BeanParam NetworkParams params, @BeanParam WindowParams window) {
        Errors errors = new Errors();
        NetworkQuestion question = params.question(events, errors);
        int days = window.days(errors);
        errors.throwIfAny();
        return reports.answer(question, days, disclosures.toCaller());
    }
}
