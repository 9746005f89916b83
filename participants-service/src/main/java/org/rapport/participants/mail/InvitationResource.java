package org.rapport.participants.mail;

import static org.rapport.kit.security.Roles.SERVICE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.validation.Checks;
import org.rapport.kit.validation.Errors;

/** For exchanges-service: mail that it wants to be sent. */
@Path("/v1/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations", description = "For the other services of Rapport")
class InvitationResource {

    private final InvitationWriter writer;
    private final Checks checks;

    InvitationResource(InvitationWriter writer, Checks checks) {
        this.writer = writer;
        this.checks = checks;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(SERVICE)
    @Transactional
    @Operation(
            operationId = "queueInvitations",
            summary = "Ask participants by mail",
            description =
                    "Answers when they are queued; events tell what becomes of each. One that is known by its id is"
                            + " not queued again, so that a request can be repeated.")
    public Queued queue(Batch batch) {
        Errors errors = checks.of(batch);
        for (int i = 0; errors.isEmpty() && i < batch.invitations().size(); i++) {
            if (batch.invitations().get(i).link() == null) {
                errors.add("/invitations/" + i + "/link", "LINK_REQUIRED", "must not be null");
            }
        }
        errors.throwIfAny();
        return new Queued(writer.queue(batch.invitations()));
    }

    /** What is to be sent. */
    record Batch(@NotNull @Size(max = 500) List<@NotNull @Valid InvitationRequest> invitations) {}

    /** Those of the participants whom nobody knows; all else is queued. */
    record Queued(
            @Schema(examples = "[\"0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f\"]")
            Set<UUID> unknownParticipants) {}
}
