package org.rapport.events.project;

import java.time.Instant;
import java.util.UUID;

/** A project as clients see it. */
public record ProjectResponse(
        UUID id,
        UUID programmeId,
        String title,
        String purpose,
        Instant startsAt,
        Instant endsAt,
        UUID funderId,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ProjectResponse from(Project project) {
        return new ProjectResponse(
                project.id(),
                project.programmeId(),
                project.title(),
                project.purpose(),
                project.startsAt(),
                project.endsAt(),
                project.funderId(),
                project.createdAt(),
                project.updatedAt(),
                project.version());
    }
}
