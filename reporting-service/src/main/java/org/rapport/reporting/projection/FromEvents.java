package org.rapport.reporting.projection;

import static org.rapport.reporting.projection.Required.inOrder;
import static org.rapport.reporting.projection.Required.notNegative;
import static org.rapport.reporting.projection.Required.required;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What events-service tells; the rows have the same fields. */
final class FromEvents {

    private FromEvents() {}

    record Programme(UUID id, String title) implements State {
        Programme {
            required(id, "id");
            required(title, "title");
        }
    }

    record Project(UUID id, UUID programmeId, String title, Instant startsAt, Instant endsAt, UUID funderId)
            implements State {
        Project {
            required(id, "id");
            required(programmeId, "programmeId");
            required(title, "title");
            inOrder(startsAt, endsAt);
        }
    }

    enum EventStatus {
        DRAFT,
        SCHEDULED,
        HELD,
        CANCELLED,
        POSTPONED
    }

    record Event(
            UUID id,
            UUID programmeId,
            UUID projectId,
            String title,
            String format,
            String attendanceMode,
            String country,
            String timeZone,
            Instant startsAt,
            Instant endsAt,
            Integer capacity,
            EventStatus status,
            List<String> incentives)
            implements State {
        Event {
            required(id, "id");
            required(title, "title");
            required(status, "status");
            inOrder(startsAt, endsAt);
            notNegative(capacity, "capacity");
        }
    }

    record Session(
            UUID id, UUID eventId, String title, String type, Instant startsAt, Instant endsAt, String allocation)
            implements State {
        Session {
            required(id, "id");
            required(eventId, "eventId");
            inOrder(startsAt, endsAt);
        }
    }

    enum RegistrationStatus {
        APPLIED,
        WAITLISTED,
        CONFIRMED,
        CANCELLED,
        REJECTED,
        WITHDRAWN
    }

    record Registration(
            UUID id,
            UUID eventId,
            UUID participantId,
            RegistrationStatus status,
            Instant registeredAt,
            String incentive)
            implements State {
        Registration {
            required(id, "id");
            required(eventId, "eventId");
            required(participantId, "participantId");
            required(status, "status");
        }
    }

    enum AttendanceStatus {
        PRESENT,
        PARTIAL,
        EXCUSED,
        NO_SHOW,
        UNKNOWN
    }

    record Attendance(
            UUID id,
            UUID eventId,
            UUID sessionId,
            UUID participantId,
            AttendanceStatus status,
            String method,
            Instant checkedInAt,
            Instant checkedOutAt)
            implements State {
        Attendance {
            required(id, "id");
            required(eventId, "eventId");
            required(participantId, "participantId");
            required(status, "status");
        }
    }

    record Encounter(
            UUID id,
            UUID eventId,
            UUID participantAId,
            UUID participantBId,
            Instant metAt,
            Integer durationSeconds,
            String source)
            implements State {
        Encounter {
            required(id, "id");
            required(eventId, "eventId");
            Pair.requireCanonical(participantAId, participantBId);
            required(metAt, "metAt");
            notNegative(durationSeconds, "durationSeconds");
        }
    }

    record Commitment(UUID id, UUID eventId, UUID participantId, UUID counterpartId, Instant statedAt)
            implements State {
        Commitment {
            required(id, "id");
            required(eventId, "eventId");
            required(participantId, "participantId");
            required(statedAt, "statedAt");
        }
    }

    record Allocation(UUID id, UUID eventId, UUID sessionId, UUID participantId, String method, Long seed)
            implements State {
        Allocation {
            required(id, "id");
            required(eventId, "eventId");
            required(sessionId, "sessionId");
            required(participantId, "participantId");
            required(method, "method");
        }
    }
}
