package org.rapport.events.checkin;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.events.Visibility;
import org.rapport.events.event.Event;
import org.rapport.kit.paging.Finder;

/** How many are there, over REST. */
@Path("/v1/events/{id}/check-ins")
@Tag(name = "Check-in")
class LiveResource {

    private final LiveCounts counts;
    private final Finder finder;
    private final Visibility visibility;

    LiveResource(LiveCounts counts, Finder finder, Visibility visibility) {
        this.counts = counts;
        this.finder = finder;
        this.visibility = visibility;
    }

    @GET
    @Path("/counts")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(operationId = "getCheckInCounts", summary = "How many have come, and how many are there")
    public CheckInCounts counts(@PathParam("id") UUID id) {
        finder.find(Event.class, id, visibility.byEvent("id"));
        return counts.of(id);
    }

    @GET
    @Path("/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Blocking
    @Operation(
            operationId = "watchCheckInCounts",
            summary = "The same, again whenever it changes",
            description =
                    "Server-Sent Events: an event `counts` at once and after each change, at most one a second, and"
                            + " a comment now and then as a sign of life.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "counts",
                                            value = "event: counts\ndata: {\"eventId\":"
                                                    + " \"0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e\", \"confirmed\": 80,"
                                                    + " \"checkedIn\": 61, \"inside\": 58, \"sessions\": []}\n\n")))
    public Multi<OutboundSseEvent> live(@PathParam("id") UUID id, @Context Sse sse) {
        finder.find(Event.class, id, visibility.byEvent("id"));
        return counts.watch(id)
                .map(beat -> beat.counts() == null
                        ? sse.newEventBuilder().comment("still here").build()
                        : sse.newEventBuilder()
                                .name("counts")
                                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                .data(CheckInCounts.class, beat.counts())
                                .build());
    }
}
