package org.rapport.events.attendance;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ORGANISER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.events.Visibility;
import org.rapport.events.event.Event;
import org.rapport.events.event.EventStatus;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.problem.Problems;

/** The close of an event over REST. */
@Path("/v1/events/{id}/close")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attendances")
class CloseResource {

    private static final Set<EventStatus> TAKES_PLACE = Set.of(EventStatus.SCHEDULED, EventStatus.HELD);

    private final Closing closing;
    private final EntityManager entityManager;
    private final Finder finder;
    private final Visibility visibility;

    CloseResource(Closing closing, EntityManager entityManager, Finder finder, Visibility visibility) {
        this.closing = closing;
        this.entityManager = entityManager;
        this.finder = finder;
        this.visibility = visibility;
    }

    /** What the close of an event has found. */
    @Schema(examples = "{\"eventId\": \"0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e\", \"noShows\": 4}")
    record Closed(
            UUID eventId,

            @Schema(description = "Confirmed registrations that nothing else is known of, recorded as NO_SHOW now")
            long noShows) {}

    @POST
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(
            operationId = "closeEvent",
            summary = "Record who did not come",
            description = "Everybody with a confirmed registration and no attendance of the event or of a session of it"
                    + " gets one that says NO_SHOW. Can be done again: what was recorded meanwhile stays, and whoever was"
                    + " checked in by a device that reports later is PRESENT then.")
    public Closed close(@PathParam("id") UUID id) {
        Event event = finder.find(Event.class, id, visibility.byEvent("id"));
        if (event.startsAt().isAfter(Instant.now())) {
            throw Problems.conflict("EVENT_NOT_STARTED", "Nobody can have missed an event that has not begun");
        }
        if (!TAKES_PLACE.contains(status(id))) {
            throw Problems.conflict("EVENT_NOT_HELD", "Nobody can have missed an event that does not take place");
        }
        return new Closed(id, closing.close(id));
    }

    private EventStatus status(UUID id) {
        return entityManager
                .createQuery("select e.status from Event e where e.id = :id", EventStatus.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
