package org.rapport.kit.audit;

import static org.rapport.kit.security.Roles.ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail over REST. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who changed what and when")
class AuditResource {

    private final AuditList list;

    AuditResource(AuditList list) {
        this.list = list;
    }

    @GET
    @RolesAllowed(ADMIN)
    @Operation(operationId = "listAudit", summary = "List changes, the latest first")
    @APIResponseSchema(AuditEntry.class)
    public Response list(@BeanParam AuditParams params, @Context UriInfo uriInfo) {
        return list.page(params).toResponse(uriInfo);
    }
}
