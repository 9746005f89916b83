package org.rapport.kit.personal;

import static org.rapport.kit.security.Roles.SERVICE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For participants-service: what this service holds on a participant. */
@Path("/v1/personal-data/{participantId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal data", description = "For the other services of Rapport")
class PersonalDataResource {

    private final PersonalData personalData;

    PersonalDataResource(PersonalData personalData) {
        this.personalData = personalData;
    }

    @GET
    @RolesAllowed(SERVICE)
    @Transactional
    @Operation(operationId = "getPersonalData", summary = "Everything that this service holds on a participant")
    public Map<String, List<?>> get(@PathParam("participantId") UUID participantId) {
        return personalData.of(participantId);
    }

    @GET
    @Path("/erasure")
    @RolesAllowed(SERVICE)
    @Transactional
    @Operation(operationId = "getErasureState", summary = "How far the erasure of a participant has come here")
    public ErasureState erasure(@PathParam("participantId") UUID participantId) {
        return personalData.erasure(participantId);
    }
}
