package org.rapport.participants.rights;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.PARTICIPANT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.security.Caller;
import org.rapport.participants.participant.Participants;
import org.rapport.participants.rights.ErasureRecord.Reason;

/** The rights of people over what is held on them, over REST. */
@Path("/v1/participants/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights", description = "What people may ask for: everything that is held on them, and its erasure")
class RightsResource {

    private final Participants participants;
    private final Erasure erasure;
    private final Certificate certificate;
    private final Export export;
    private final Caller caller;

    RightsResource(Participants participants, Erasure erasure, Certificate certificate, Export export, Caller caller) {
        this.participants = participants;
        this.erasure = erasure;
        this.certificate = certificate;
        this.export = export;
        this.caller = caller;
    }

    @DELETE
    @RolesAllowed({ADMIN, PARTICIPANT})
    @Transactional
    @Operation(
            operationId = "eraseParticipant",
            summary = "Erase a participant, in every service",
            description = "Here at once; the other services follow within seconds, and tombstones in Kafka after a day."
                    + " The certificate says how far that has come. Cannot be undone.")
    @APIResponse(responseCode = "204", description = "Erased")
    public Response erase(@PathParam("id") UUID id) {
        requireEntitled();
        participants.require(id);
        if (!erasure.erase(id, caller.hasRole(ADMIN) ? caller.subject() : PARTICIPANT, Reason.REQUEST)) {
            throw Problems.notFound();
        }
        return Response.noContent().build();
    }

    @GET
    @Path("/erasure")
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "getErasureCertificate",
            summary = "What the erasure of a participant did, in every service",
            description =
                    "When, by whom, how many of what, what is still to come, and which service could not be asked.")
    @APIResponseSchema(CertificateResponse.class)
    public CertificateResponse certificate(@PathParam("id") UUID id) {
        return certificate.with(certificate.ours(id));
    }

    @GET
    @Path("/export")
    @RolesAllowed({ADMIN, PARTICIPANT})
    @Operation(
            operationId = "exportParticipant",
            summary = "Everything that all services hold on a participant, as one document",
            description = "Says which service could not be asked; what those hold is missing.")
    @APIResponseSchema(ExportResponse.class)
    public Response export(@PathParam("id") UUID id) {
        requireEntitled();
        participants.require(id);
        return Response.ok(export.with(export.ours(id), id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"participant-" + id + ".json\"")
                .build();
    }

    /** An admin, or somebody who is a participant and nothing more, and so sees themselves only. */
    private void requireEntitled() {
        if (!caller.hasRole(ADMIN) && caller.confinedToParticipant().isEmpty()) {
            throw Problems.forbidden("These are the rights of the participant themself, and of admins");
        }
    }
}
