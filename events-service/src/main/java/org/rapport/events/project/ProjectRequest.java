package org.rapport.events.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client says of a project. */
@Schema(examples = """
                {"programmeId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "title": "Evidence Lab: capacity building", "purpose": "Build and use evidence together", "startsAt": "2026-01-01T00:00:00Z", "endsAt": "2027-12-31T23:59:59.999999Z"}""")
public record ProjectRequest(
        @NotNull UUID programmeId,
        @NotBlank @Size(max = 300) String title,
        @Size(max = 4000) String purpose,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        UUID funderId) {

    static ProjectRequest from(Project project) {
        return new ProjectRequest(
                project.programmeId(),
                project.title(),
                project.purpose(),
                project.startsAt(),
                project.endsAt(),
                project.funderId());
    }
}
