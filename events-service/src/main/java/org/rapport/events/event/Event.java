package org.rapport.events.event;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.Problems;

/** A meeting of people, face to face or not. */
@Entity
public class Event extends Aggregate {

    private UUID programmeId;
    private UUID projectId;
    private String title;
    private String purpose;

    @Enumerated(EnumType.STRING)
    private EventFormat format;

    @Enumerated(EnumType.STRING)
    private AttendanceMode attendanceMode;

    private String country;
    private String city;
    private String timeZone;
    private Instant startsAt;
    private Instant endsAt;
    private Integer capacity;

    @Enumerated(EnumType.STRING)
    private EventStatus status;

    @Enumerated(EnumType.STRING)
    private RegistrationMode registrationMode;

    @ElementCollection
    @CollectionTable(name = "event_incentive", joinColumns = @JoinColumn(name = "event_id"))
    @OrderColumn(name = "position")
    private List<Incentive> incentives = new ArrayList<>();

    /** For Hibernate. */
    protected Event() {}

    Event(UUID id, EventRequest request) {
        super(id);
        describe(request);
    }

    final void describe(EventRequest request) {
        if (status != null && !status.mayBecome(request.status())) {
            throw Problems.invalid(
                    "/status", "TRANSITION_NOT_ALLOWED", "What is " + status + " cannot become " + request.status());
        }
        programmeId = request.programmeId();
        projectId = request.projectId();
        title = request.title();
        purpose = request.purpose();
        format = request.format();
        attendanceMode = request.attendanceMode();
        country = request.country();
        city = request.city();
        timeZone = request.timeZone();
        startsAt = request.startsAt().instant();
        endsAt = request.endsAt().instant();
        capacity = request.capacity();
        status = request.status();
        registrationMode =
                request.registrationMode() == null ? RegistrationMode.INVITATION : request.registrationMode();
        if (!incentives.equals(request.incentives())) {
            incentives.clear();
            incentives.addAll(request.incentives());
        }
    }

    /** It took place. */
    void hold() {
        status = EventStatus.HELD;
    }

    UUID programmeId() {
        return programmeId;
    }

    UUID projectId() {
        return projectId;
    }

    String title() {
        return title;
    }

    String purpose() {
        return purpose;
    }

    EventFormat format() {
        return format;
    }

    AttendanceMode attendanceMode() {
        return attendanceMode;
    }

    String country() {
        return country;
    }

    String city() {
        return city;
    }

    String timeZone() {
        return timeZone;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    Integer capacity() {
        return capacity;
    }

    EventStatus status() {
        return status;
    }

    RegistrationMode registrationMode() {
        return registrationMode;
    }

    List<Incentive> incentives() {
        return List.copyOf(incentives);
    }

    @Override
    public EventState eventData() {
        return new EventState(
                id(),
                programmeId,
                projectId,
                title,
                format,
                attendanceMode,
                country,
                timeZone,
                startsAt,
                endsAt,
                capacity,
                status,
                registrationMode,
                incentives.stream().map(Incentive::type).toList());
    }

    /** What other services learn of an event. */
    record EventState(
            UUID id,
            UUID programmeId,
            UUID projectId,
            String title,
            EventFormat format,
            AttendanceMode attendanceMode,
            String country,
            String timeZone,
            Instant startsAt,
            Instant endsAt,
            Integer capacity,
            EventStatus status,
            RegistrationMode registrationMode,
            List<IncentiveType> incentives) {}
}
