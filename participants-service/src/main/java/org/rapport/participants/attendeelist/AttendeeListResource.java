package org.rapport.participants.attendeelist;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ORGANISER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.rest.LongSilence;
import org.rapport.kit.table.FileFormat;
import org.rapport.participants.participant.ParticipantWriter;
import org.rapport.participants.participant.Participants;

/** Attendee lists over REST. */
@Path("/v1/participants/attendee-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants")
class AttendeeListResource {

    private final Participants participants;
    private final ParticipantWriter writer;
    private final EventsService events;
    private final LongSilence silence;

    AttendeeListResource(
            Participants participants, ParticipantWriter writer, EventsService events, LongSilence silence) {
        this.participants = participants;
        this.writer = writer;
        this.events = events;
        this.silence = silence;
    }

    @POST
    @Consumes(FileFormat.CSV_TYPE)
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(
            operationId = "importAttendeeList",
            summary = "Import an attendee list as pretix, Indico or Eventbrite export it",
            description =
                    "Whoever is on the list and not known becomes a participant; their registrations and check-ins go to"
                            + " events-service, by ids only. Sent again, the list changes nothing; after a 503 it goes on where it"
                            + " ended. At most 100,000 rows.")
    @APIResponseSchema(AttendeeListResponse.class)
    public Response importList(
            @QueryParam("format") @Parameter(required = true, description = "The product that made the list")
                    AttendeeListFormat format,
            @QueryParam("eventId")
                    @Parameter(
                            required = true,
                            description = "The event that it is of",
                            example = "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e")
                    UUID eventId,
            @QueryParam("dryRun")
                    @Parameter(
                            description = "Check the whole list and say what would happen, but keep nothing; places are"
                                    + " counted for those only who are known already")
                    Boolean dryRun,
            InputStream file) {
        if (format == null) {
            throw Problems.invalidParameter("format", "Name the product that made the list");
        }
        if (eventId == null) {
            throw Problems.invalidParameter("eventId", "Name the event that the list is of");
        }
        silence.allow();
        ZoneId zone = events.zone(eventId);
        AttendeeListRun run = new AttendeeListRun(
                new AttendeeListReader(format.layout(), file, zone),
                new ListedPeople(participants, writer, format.source(), eventId),
                events,
                format.source(),
                eventId,
                Boolean.TRUE.equals(dryRun));
        return Response.ok(run.toEnd()).build();
    }
}
