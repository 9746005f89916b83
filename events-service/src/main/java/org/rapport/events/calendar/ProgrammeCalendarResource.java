package org.rapport.events.calendar;

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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.events.Visibility;
import org.rapport.events.programme.Programme;
import org.rapport.kit.paging.Finder;

/** The events of a programme as a calendar. */
@Path("/v1/programmes/{id}/calendar.ics")
@Produces(CalendarFile.TYPE)
@Tag(name = "Calendar", description = "iCalendar (RFC 5545)")
class ProgrammeCalendarResource {

    private final Entries entries;
    private final CalendarFile file;
    private final Finder finder;
    private final Visibility visibility;

    ProgrammeCalendarResource(Entries entries, CalendarFile file, Finder finder, Visibility visibility) {
        this.entries = entries;
        this.file = file;
        this.finder = finder;
        this.visibility = visibility;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getProgrammeCalendar", summary = "The events of a programme as a calendar")
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
        finder.find(Programme.class, id, visibility.ofProgrammes());
        return file.of(entries.ofProgramme(id, visibility.byEvent("id")));
    }
}
