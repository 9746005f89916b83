package org.rapport.participants.participant;

import static org.rapport.kit.security.Roles.SERVICE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.validation.Checks;

/** For the other services, which may have addresses in hand but know nobody by them. */
@Path("/v1/participants/addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "References", description = "For the other services of Rapport")
class AddressResource {

    private final Participants participants;
    private final Checks checks;

    AddressResource(Participants participants, Checks checks) {
        this.participants = participants;
        this.checks = checks;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(SERVICE)
    @Operation(
            operationId = "participantsOfAddresses",
            summary = "Whose these e-mail addresses are",
            description = "Up to 500 at a time, in the body, which nothing logs. Changes nothing.")
    public AddressResponse participants(AddressRequest request) {
        checks.of(request).throwIfAny();
        List<String> addresses =
                request.addresses().stream().map(EmailAddress::normalise).toList();
        Map<String, UUID> known = participants.byAddress(addresses);
        return new AddressResponse(addresses.stream().map(known::get).toList());
    }
}
