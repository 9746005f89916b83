package org.rapport.events.registration;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;
import static org.rapport.kit.security.Roles.PARTICIPANT;
import static org.rapport.kit.security.Roles.PARTNER;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.events.Visibility;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;

/** Registrations over REST. */
@Path("/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registrations", description = "Who registered for an event")
class RegistrationResource {

    private final RegistrationWriter writer;
    private final RegistrationRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;
    private final Places places;
    private final Applicants applicants;

    RegistrationResource(
            RegistrationWriter writer,
            RegistrationRows rows,
            Finder finder,
            Listing listing,
            Imports imports,
            Conditional conditional,
            Visibility visibility,
            Places places,
            Applicants applicants) {
        this.writer = writer;
        this.rows = rows;
        this.finder = finder;
        this.listing = listing;
        this.imports = imports;
        this.conditional = conditional;
        this.visibility = visibility;
        this.places = places;
        this.applicants = applicants;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "listRegistrations", summary = "List registrations")
    @APIResponseSchema(RegistrationResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("eventId") UUID eventId,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("status") RegistrationStatus status) {
        return listing.of(Registration.class, params)
                .filter("eventId", eventId)
                .filter("participantId", participantId)
                .filter("status", status)
                .visible(visibility.byParticipant("participantId"))
                .pageOf(this::responses, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getRegistration", summary = "Read a registration")
    @APIResponseSchema(RegistrationResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Registration registration = finder.find(Registration.class, id, visibility.byParticipant("participantId"));
        // whoever waits moves up while their registration does not change
        return registration.status() == RegistrationStatus.WAITLISTED
                ? conditional.changed(registration, response(registration))
                : conditional.found(registration, response(registration));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "createRegistration",
            summary = "Register, or apply for, an event",
            description =
                    "CONFIRMED asks for a place, and so does APPLIED at an event that is OPEN; if all are taken, the"
                            + " registration is WAITLISTED. Participants apply for themselves, at events that are OPEN or of"
                            + " APPROVAL.")
    @APIResponseSchema(value = RegistrationResponse.class, responseCode = "201")
    public Response create(RegistrationRequest request) {
        applicants.requireMayCreate(request);
        Registration registration = writer.create(request);
        return conditional.created(registration, response(registration));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER, PARTICIPANT})
    @Transactional
    @Operation(
            operationId = "changeRegistration",
            summary = "Confirm, reject, withdraw or cancel a registration, or change it otherwise",
            description = "By its status. A place that is freed goes to the first of the waiting list at once."
                    + " Participants may set theirs to WITHDRAWN, and back to APPLIED.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RegistrationRequest.class)))
    @APIResponseSchema(RegistrationResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Registration registration = finder.find(Registration.class, id, visibility.byParticipant("participantId"));
        applicants.requireMayChange(registration, patch);
        writer.patch(registration, patch);
        return conditional.changed(registration, response(registration));
    }

    @POST
    @Path("/confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "confirmRegistrations",
            summary = "Confirm many registrations in their order",
            description = "Each as by its status: it gets a place, or else waits for one. What keeps one does not keep"
                    + " the others.")
    @APIResponseSchema(ConfirmationResponse.class)
    public Response confirm(ConfirmationRequest request) {
        return Response.ok(writer.confirm(request)).build();
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importRegistrations", summary = "Import registrations from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }

    private RegistrationResponse response(Registration registration) {
        return responses(List.of(registration)).get(0);
    }

    private List<RegistrationResponse> responses(List<Registration> registrations) {
        Map<UUID, Long> inQueue = places.inQueue(registrations);
        return registrations.stream()
                .map(registration -> RegistrationResponse.from(registration, inQueue.get(registration.id())))
                .toList();
    }
}
