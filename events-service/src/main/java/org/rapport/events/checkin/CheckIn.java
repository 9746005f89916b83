package org.rapport.events.checkin;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.rapport.kit.json.Uuids;

/** What was answered to the scan of a genuine code. The attendance that follows from it is published, not this. */
@Entity
@Immutable
public class CheckIn {

    @Id
    private UUID id;

    private UUID eventId;
    private UUID sessionId;
    private UUID participantId;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private String deviceId;
    private String nonce;
    private Instant scannedAt;
    private Instant happenedAt;
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    private Rejection reason;

    /** For Hibernate. */
    protected CheckIn() {}

    CheckIn(Scan scan, UUID participantId, Instant happenedAt, Instant receivedAt, Rejection reason) {
        id = Uuids.next();
        eventId = scan.eventId();
        sessionId = scan.sessionId();
        this.participantId = participantId;
        direction = scan.direction();
        deviceId = scan.deviceId();
        nonce = scan.nonce();
        scannedAt = scan.scannedAt();
        this.happenedAt = happenedAt;
        this.receivedAt = receivedAt;
        this.reason = reason;
    }

    UUID id() {
        return id;
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

    Direction direction() {
        return direction;
    }

    String deviceId() {
        return deviceId;
    }

    String nonce() {
        return nonce;
    }

    Instant scannedAt() {
        return scannedAt;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    /** Why it was rejected; null if it was accepted. */
    Rejection reason() {
        return reason;
    }

    Scan.Nonce key() {
        return new Scan.Nonce(deviceId, nonce);
    }

    /** Whether it answers this scan, and not another one that its device gave the same name. */
    boolean answers(Scan scan) {
        return eventId.equals(scan.eventId())
                && Objects.equals(sessionId, scan.sessionId())
                && direction == scan.direction()
                && scannedAt.equals(scan.scannedAt());
    }
}
