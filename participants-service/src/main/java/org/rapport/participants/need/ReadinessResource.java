package org.rapport.participants.need;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;
import static org.rapport.kit.security.Roles.PARTICIPANT;
import static org.rapport.kit.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.participants.participant.Participant;
import org.rapport.participants.participant.Participants;

/** How ready a participant was, over REST. */
@Path("/v1/participants/{id}/readiness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Needs")
class ReadinessResource {

    private final Needs needs;
    private final Participants participants;

    ReadinessResource(Needs needs, Participants participants) {
        this.needs = needs;
        this.participants = participants;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(
            operationId = "getReadiness",
            summary = "How ready a participant was at a time",
            description = "From the needs that were open then, each as it was last assessed by then: what was declared,"
                    + " assessed, met or withdrawn later does not count. This is Rapport's own operationalisation, not a"
                    + " validated scale.")
    public ReadinessResponse get(
            @PathParam("id") UUID id,
            @QueryParam("at")
                    @Parameter(
                            description = "As of this instant, or the start of this day in UTC; now if absent",
                            example = "2026-03-01T09:00:00Z")
                    Instant at) {
        Participant participant = participants.require(id);
        Instant time = at == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : at;
        return ReadinessResponse.of(participant.id(), time, needs.openAt(participant.id(), time));
    }
}
