package org.rapport.participants.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be sent to whom.
 *
 * @param id of the one who asks: with the same id again, it is the same mail
 * @param link where the participant answers; absent once it is sent
 * @param expiresAt when it has no meaning any more
 */
@Schema(examples = """
                {"id": "4f0c7f5e-8f3b-5a51-9c5b-1d2e3f405162", "participantId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f",
                 "followUpId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "kind": "INVITATION",
                 "eventTitle": "Water forum", "link": "https://answers.example.org/follow-up/...",
                 "expiresAt": "2026-06-30T08:00:00Z"}""")
public record InvitationRequest(
        @NotNull UUID id,
        @NotNull UUID participantId,
        @NotNull UUID followUpId,
        @NotNull InvitationKind kind,
        @NotBlank @Size(max = 500) String eventTitle,

        @Size(max = 1000) @Pattern(regexp = "https?://[!-~]+")
        String link,

        @NotNull Instant expiresAt) {

    static InvitationRequest from(Invitation invitation) {
        return new InvitationRequest(
                invitation.id(),
                invitation.participantId(),
                invitation.followUpId(),
                invitation.kind(),
                invitation.eventTitle(),
                invitation.link(),
                invitation.expiresAt());
    }

    InvitationRequest to(UUID participant) {
        return new InvitationRequest(id, participant, followUpId, kind, eventTitle, link, expiresAt);
    }
}
