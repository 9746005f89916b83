package org.rapport.events.checkin;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;
import static org.rapport.kit.security.Roles.PARTICIPANT;
import static org.rapport.kit.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.validation.Checks;

/** Scans over REST. */
@Path("/v1/check-ins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Check-in")
class CheckInResource {

    private final Door door;
    private final CheckIns checkIns;
    private final Checks checks;

    CheckInResource(Door door, CheckIns checkIns, Checks checks) {
        this.door = door;
        this.checkIns = checkIns;
        this.checks = checks;
    }

    /** The answers to a batch. */
    record Answers(List<CheckInResponse> answers) {}

    @GET
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(
            operationId = "listCheckIns",
            summary = "List scans, the latest first",
            description =
                    "Accepted and rejected ones, with both times. Scans of codes that are not genuine or not of the"
                            + " event are answered, and not kept.")
    @APIResponseSchema(CheckInResponse.class)
    public Response list(@BeanParam CheckInParams params, @Context UriInfo uriInfo) {
        return checkIns.page(params).toResponse(uriInfo);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "checkIn",
            summary = "Answer a scan",
            description =
                    "Says whether somebody may pass, and records that they are there. The same scan sent again, by"
                            + " its device and nonce, counts once and gets the first answer.")
    @APIResponseSchema(CheckInResponse.class)
    public Response scan(Scan scan) {
        checks.of(scan).throwIfAny();
        return Response.ok(door.answer(List.of(scan), scan.deviceTime()).get(0)).build();
    }

    @POST
    @Path("/batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "checkInBatch",
            summary = "Answer the scans of a device that was offline",
            description = "All or none are kept; the answers have the order of the scans, which may have any. Times are"
                    + " set right by the difference between the clocks of the device and the server.")
    @APIResponseSchema(Answers.class)
    public Response batch(ScanBatch batch) {
        checks.of(batch).throwIfAny();
        return Response.ok(new Answers(door.answer(batch.scans(), batch.deviceTime())))
                .build();
    }
}
