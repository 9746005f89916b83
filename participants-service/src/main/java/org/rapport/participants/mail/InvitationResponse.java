package org.rapport.participants.mail;

import java.time.Instant;
import java.util.UUID;

/** A mail as the person whom it was for may see it. */
record InvitationResponse(
        UUID id,
        UUID participantId,
        UUID followUpId,
        InvitationKind kind,
        String eventTitle,
        InvitationStatus status,
        Instant settledAt,
        Instant createdAt) {

    static InvitationResponse from(Invitation invitation) {
        return new InvitationResponse(
                invitation.id(),
                invitation.participantId(),
                invitation.followUpId(),
                invitation.kind(),
                invitation.eventTitle(),
                invitation.status(),
                invitation.settledAt(),
                invitation.createdAt());
    }
}
