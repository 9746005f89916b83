package org.rapport.events.project;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** A longer capacity-building project, in which events can be embedded. */
@Entity
public class Project extends Aggregate {

    private UUID programmeId;
    private String title;
    private String purpose;
    private Instant startsAt;
    private Instant endsAt;
    private UUID funderId;

    /** For Hibernate. */
    protected Project() {}

    Project(UUID id, ProjectRequest request) {
        super(id);
        describe(request);
    }

    final void describe(ProjectRequest request) {
        programmeId = request.programmeId();
        title = request.title();
        purpose = request.purpose();
        startsAt = request.startsAt();
        endsAt = request.endsAt();
        funderId = request.funderId();
    }

    public UUID programmeId() {
        return programmeId;
    }

    String title() {
        return title;
    }

    String purpose() {
        return purpose;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    UUID funderId() {
        return funderId;
    }

    @Override
    public ProjectState eventData() {
        return new ProjectState(id(), programmeId, title, startsAt, endsAt, funderId);
    }

    /** What other services learn of a project. */
    record ProjectState(UUID id, UUID programmeId, String title, Instant startsAt, Instant endsAt, UUID funderId) {}
}
