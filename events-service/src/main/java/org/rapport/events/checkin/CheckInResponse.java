package org.rapport.events.checkin;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a scan. */
@Schema(
        examples =
                "{\"id\": \"0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0\", \"result\": \"REJECTED\", \"reason\": \"ALREADY_CHECKED_IN\", \"eventId\": \"0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e\", \"sessionId\": null, \"participantId\": \"0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f\", \"direction\": \"IN\", \"deviceId\": \"door-2\", \"nonce\": \"7f3a9c01\", \"scannedAt\": \"2026-02-28T13:55:10Z\", \"happenedAt\": \"2026-03-01T13:55:10Z\", \"receivedAt\": \"2026-03-01T18:10:00Z\"}")
public record CheckInResponse(
        @Schema(
                description =
                        "Null if the scan is not kept: FORGED, WRONG_EVENT, NONCE_REUSED, and what is of no session of the event")
        UUID id,

        Result result,

        @Schema(description = "Null if the scan was accepted")
        Rejection reason,

        UUID eventId,
        UUID sessionId,

        @Schema(description = "Whose code it is, if it is genuine")
        UUID participantId,

        Direction direction,
        String deviceId,
        String nonce,
        @Schema(description = "By the clock of the device") Instant scannedAt,

        @Schema(description = "By the clock of the server, as far as that can be told")
        Instant happenedAt,

        Instant receivedAt) {

    /** Whether somebody may pass. */
    public enum Result {
        ACCEPTED,
        REJECTED
    }

    static CheckInResponse from(CheckIn checkIn) {
        return new CheckInResponse(
                checkIn.id(),
                checkIn.reason() == null ? Result.ACCEPTED : Result.REJECTED,
                checkIn.reason(),
                checkIn.eventId(),
                checkIn.sessionId(),
                checkIn.participantId(),
                checkIn.direction(),
                checkIn.deviceId(),
                checkIn.nonce(),
                checkIn.scannedAt(),
                checkIn.happenedAt(),
                checkIn.receivedAt());
    }

    /** Of a scan that is not kept. */
    static CheckInResponse rejected(Scan scan, Rejection reason, Instant receivedAt) {
        return new CheckInResponse(
                null,
                Result.REJECTED,
                reason,
                scan.eventId(),
                scan.sessionId(),
                null,
                scan.direction(),
                scan.deviceId(),
                scan.nonce(),
                scan.scannedAt(),
                null,
                receivedAt);
    }
}
