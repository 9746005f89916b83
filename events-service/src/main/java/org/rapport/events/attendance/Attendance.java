package org.rapport.events.attendance;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** A participant's presence at an event or at one of its sessions. */
@Entity
public class Attendance extends Aggregate {

    private UUID eventId;
    private UUID sessionId;
    private UUID participantId;

    @Enumerated(EnumType.STRING)
    private AttendanceStatus status;

    @Enumerated(EnumType.STRING)
    private AttendanceMethod method;

    private Instant checkedInAt;
    private Instant checkedOutAt;

    /** The database keeps it; nothing here may add to it. */
    @ElementCollection
    @CollectionTable(name = "attendance_history", joinColumns = @JoinColumn(name = "attendance_id"))
    @OrderBy("version")
    private List<PastAttendance> history = new ArrayList<>();

    /** For Hibernate. */
    protected Attendance() {}

    Attendance(UUID id, AttendanceRequest request) {
        super(id);
        describe(request);
    }

    final void describe(AttendanceRequest request) {
        eventId = request.eventId();
        sessionId = request.sessionId();
        participantId = request.participantId();
        status = request.status();
        method = request.method();
        checkedInAt = request.checkedInAt();
        checkedOutAt = request.checkedOutAt();
    }

    UUID eventId() {
        return eventId;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID participantId() {
        return participantId;
    }

    AttendanceStatus status() {
        return status;
    }

    AttendanceMethod method() {
        return method;
    }

    Instant checkedInAt() {
        return checkedInAt;
    }

    Instant checkedOutAt() {
        return checkedOutAt;
    }

    /** What was recorded before, the earliest first. */
    List<PastAttendance> history() {
        return List.copyOf(history);
    }

    @Override
    public AttendanceState eventData() {
        return new AttendanceState(id(), eventId, sessionId, participantId, status, method, checkedInAt, checkedOutAt);
    }

    /** What other services learn of an attendance. */
    record AttendanceState(
            UUID id,
            UUID eventId,
            UUID sessionId,
            UUID participantId,
            AttendanceStatus status,
            AttendanceMethod method,
            Instant checkedInAt,
            Instant checkedOutAt) {}
}
