package org.rapport.participants.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.links.LinkToken;

/** A mail that asks a participant what became of an event. */
@Entity
public class Invitation extends Aggregate {

    private UUID participantId;
    private UUID followUpId;

    @Enumerated(EnumType.STRING)
    private InvitationKind kind;

    private String eventTitle;
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private InvitationStatus status = InvitationStatus.QUEUED;

    private Instant settledAt;
    private String link;
    private String unsubscribeToken;
    private byte[] unsubscribeHash;

    /** For Hibernate. */
    protected Invitation() {}

    Invitation(InvitationRequest request) {
        super(request.id());
        participantId = request.participantId();
        followUpId = request.followUpId();
        kind = request.kind();
        eventTitle = request.eventTitle();
        expiresAt = request.expiresAt();
        link = request.link();
        unsubscribeToken = LinkToken.random();
        unsubscribeHash = LinkToken.hash(unsubscribeToken);
    }

    void follow(UUID participant) {
        participantId = participant;
    }

    boolean isQueued() {
        return status == InvitationStatus.QUEUED;
    }

    /** From now on nobody can read the secrets of it here. */
    void settle(InvitationStatus outcome, Instant at) {
        status = outcome;
        settledAt = at;
        link = null;
        unsubscribeToken = null;
    }

    UUID participantId() {
        return participantId;
    }

    UUID followUpId() {
        return followUpId;
    }

    InvitationKind kind() {
        return kind;
    }

    String eventTitle() {
        return eventTitle;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    InvitationStatus status() {
        return status;
    }

    Instant settledAt() {
        return settledAt;
    }

    String link() {
        return link;
    }

    String unsubscribeToken() {
        return unsubscribeToken;
    }

    @Override
    public InvitationState eventData() {
        return new InvitationState(id(), participantId, followUpId, kind, status, settledAt);
    }

    /** What other services learn of a mail. */
    record InvitationState(
            UUID id,
            UUID participantId,
            UUID followUpId,
            InvitationKind kind,
            InvitationStatus status,
            Instant settledAt) {}
}
