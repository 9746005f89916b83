package org.rapport.events.calendar;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;
import static org.rapport.kit.security.Roles.PARTICIPANT;
import static org.rapport.kit.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.events.Visibility;
import org.rapport.kit.paging.Condition;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.replica.References;

/** Somebody's own events and sessions as a calendar. */
@Path("/v1/participants/{id}/calendar.ics")
@Produces(CalendarFile.TYPE)
@Tag(name = "Calendar")
class ParticipantCalendarResource {

    private final Entries entries;
    private final CalendarFile file;
    private final EntityManager entityManager;
    private final References references;
    private final Visibility visibility;

    ParticipantCalendarResource(
            Entries entries,
            CalendarFile file,
            EntityManager entityManager,
            References references,
            Visibility visibility) {
        this.entries = entries;
        this.file = file;
        this.entityManager = entityManager;
        this.references = references;
        this.visibility = visibility;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(
            operationId = "getParticipantCalendar",
            summary = "The events that somebody has a place at, and their sessions, as a calendar",
            description =
                    "Confirmed registrations; sessions that are open to everybody, those that they are allocated to, and those that they were seen in.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content =
                    @Content(
                            mediaType = CalendarFile.TYPE,
                            schema = @Schema(type = SchemaType.STRING),
                            example = CalendarExample.TEXT))
    @APIResponse(responseCode = "304", description = "It has not changed")
    public Response get(@PathParam("id") UUID id) {
        UUID present = references.successors("participant", Set.of(id)).getOrDefault(id, id);
        requireVisible(present);
        return file.of(entries.ofParticipant(present));
    }

    private void requireVisible(UUID participant) {
        Condition visible = visibility.byParticipant("id");
        TypedQuery<Long> query = entityManager
                .createQuery(
                        "select count(e) from ReplicatedReference e where e.kind = 'participant' and e.id = :id"
                                + " and not e.gone and (" + visible.hql() + ")",
                        Long.class)
                .setParameter("id", participant);
        visible.parameters().forEach(query::setParameter);
        if (query.getSingleResult() == 0) {
            throw Problems.notFound();
        }
    }
}
