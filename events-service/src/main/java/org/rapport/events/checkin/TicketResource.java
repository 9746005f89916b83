package org.rapport.events.checkin;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ORGANISER;
import static org.rapport.kit.security.Roles.PARTICIPANT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The code of a registration as text. */
@Path("/v1/registrations/{id}/ticket")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Check-in", description = "Codes, and their scans at the doors")
class TicketResource {

    private final IssuedTickets issued;
    private final Tickets tickets;

    TicketResource(IssuedTickets issued, Tickets tickets) {
        this.issued = issued;
        this.tickets = tickets;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER, PARTICIPANT})
    @Operation(
            operationId = "getTicket",
            summary = "Read the signed code of a registration",
            description = "For apps that draw it themselves. It stays the same until the times of the event change.")
    @APIResponseSchema(TicketResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Ticket ticket = issued.ofRegistration(id);
        return Response.ok(new TicketResponse(tickets.write(ticket), ticket.expiresAt()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
