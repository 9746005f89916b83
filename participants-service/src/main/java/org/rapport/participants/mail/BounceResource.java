package org.rapport.participants.mail;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ORGANISER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.validation.Checks;
import org.rapport.participants.participant.Addressees;
import org.rapport.participants.participant.Participant;
import org.rapport.participants.participant.ParticipantResponse;

/** Addresses that mail comes back from. */
@Path("/v1/bounces")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bounces", description = "Addresses that mail comes back from")
class BounceResource {

    private final Addressees addressees;
    private final Listing listing;
    private final Checks checks;

    BounceResource(Addressees addressees, Listing listing, Checks checks) {
        this.addressees = addressees;
        this.listing = listing;
        this.checks = checks;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(
            operationId = "listBounces",
            summary = "List the participants whose address mail comes back from",
            description = "Nothing is sent to them until they have another address.")
    @APIResponseSchema(Bounce.class)
    public Response list(@BeanParam ListParams params) {
        return listing.of(Participant.class, params)
                .where("e.mailBouncedAt is not null", Map.of())
                .page(Bounce::from);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "recordBounces",
            summary = "Tell of addresses that mail came back from",
            description = "For what a mail server learns only later. Answers those that no participant has.")
    public Recorded record(Bounced bounced) {
        checks.of(bounced).throwIfAny();
        return new Recorded(addressees.bounced(bounced.addresses()));
    }

    /** Addresses that mail came back from. */
    @Schema(examples = "{\"addresses\": [\"rosa.quispe@example.org\"]}")
    record Bounced(@NotEmpty @Size(max = 1000) List<@NotBlank @Size(max = 254) String> addresses) {}

    /** Those of the addresses that no participant has. */
    @Schema(examples = "{\"unknown\": [\"nobody@example.org\"]}")
    record Recorded(List<String> unknown) {}

    /** Somebody whom mail does not reach. */
    @Schema(examples = """
                {"participantId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "email": "rosa.quispe@example.org",
                 "bouncedAt": "2026-04-02T08:30:00Z"}""")
    record Bounce(UUID participantId, String email, Instant bouncedAt) {

        static Bounce from(Participant participant) {
            return new Bounce(
                    participant.id(), ParticipantResponse.from(participant).email(), participant.mailBouncedAt());
        }
    }
}
