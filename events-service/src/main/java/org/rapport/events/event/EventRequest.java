package org.rapport.events.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.validation.CountryCode;

/**
 * What a client says of an event.
 *
 * @param registrationMode INVITATION if it is not said
 */
@Schema(examples = """
                {"programmeId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "title": "Evidence Lab: Lima 2026", "purpose": "Work on declared needs", "format": "TRAINING", "attendanceMode": "OFFLINE", "country": "PE", "city": "Lima", "timeZone": "America/Lima", "startsAt": "2026-03-01T14:00:00Z", "endsAt": "2026-03-01T22:00:00Z", "capacity": 80, "status": "SCHEDULED", "registrationMode": "APPROVAL", "incentives": [{"type": "TRAVEL", "beneficiary": "INDIVIDUAL"}]}""")
public record EventRequest(
        UUID programmeId,
        UUID projectId,
        @NotBlank @Size(max = 300) String title,
        @Size(max = 4000) String purpose,
        EventFormat format,
        AttendanceMode attendanceMode,
        @CountryCode String country,
        @Size(max = 200) String city,
        @TimeZoneId String timeZone,
        @NotNull EventTime startsAt,
        @NotNull EventTime endsAt,
        @PositiveOrZero Integer capacity,
        EventStatus status,
        RegistrationMode registrationMode,
        @Size(max = 20) List<@NotNull @Valid Incentive> incentives) {

    public EventRequest {
        status = status == null ? EventStatus.SCHEDULED : status;
        incentives = incentives == null ? List.of() : incentives;
    }

    /** The same, in this programme. */
    EventRequest in(UUID programme) {
        return with(programme, startsAt, endsAt, registrationMode, incentives);
    }

    /** The same, at these times. */
    EventRequest at(EventTime start, EventTime end) {
        return with(programmeId, start, end, registrationMode, incentives);
    }

    /** The same, with these incentives and one registering in this way. */
    EventRequest with(RegistrationMode mode, List<Incentive> offered) {
        return with(programmeId, startsAt, endsAt, mode, offered);
    }

    private EventRequest with(
            UUID programme, EventTime start, EventTime end, RegistrationMode mode, List<Incentive> offered) {
        return new EventRequest(
                programme,
                projectId,
                title,
                purpose,
                format,
                attendanceMode,
                country,
                city,
                timeZone,
                start,
                end,
                capacity,
                status,
                mode,
                offered);
    }

    static EventRequest from(Event event) {
        return new EventRequest(
                event.programmeId(),
                event.projectId(),
                event.title(),
                event.purpose(),
                event.format(),
                event.attendanceMode(),
                event.country(),
                event.city(),
                event.timeZone(),
                EventTime.of(event.startsAt()),
                EventTime.of(event.endsAt()),
                event.capacity(),
                event.status(),
                event.registrationMode(),
                event.incentives());
    }
}
