package org.rapport.events.checkin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a device says of a code that it has scanned. */
@Schema(
        examples =
                "{\"token\": \"AQGYwaV8HnowsdI_SltsfY4BmMGljS97QZLjSltsfY6fAAAAAGmlyvDlq0JYy4nSuJ9V3eZp8cQh\", \"eventId\": \"0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e\", \"direction\": \"IN\", \"nonce\": \"7f3a9c01\", \"scannedAt\": \"2026-03-01T13:55:10Z\", \"deviceId\": \"door-2\"}")
record Scan(
        @NotBlank @Size(max = 500) String token,
        @NotNull UUID eventId,

        @Schema(description = "For the door of a session; absent for that of the event")
        UUID sessionId,

        @NotNull Direction direction,

        @NotNull
        @Pattern(regexp = CODE, message = FORM)
        @Schema(description = "Another one for each scan of the device, and the same however often the scan is sent")
        String nonce,

        @NotNull @Schema(description = "By the clock of the device")
        Instant scannedAt,

        @NotNull @Pattern(regexp = CODE, message = FORM) String deviceId,

        @Schema(
                description = "What the clock of the device says when it sends the scan, so that the server knows how"
                        + " wrong it is; in a batch, that of the batch counts")
        Instant deviceTime) {

    static final String CODE = "[A-Za-z0-9._:-]{1,100}";
    static final String FORM = "must have 1 to 100 letters, digits, '.', '_', ':' or '-'";

    /** What tells scans apart. */
    Nonce key() {
        return new Nonce(deviceId, nonce);
    }

    /** A device's own name for a scan. */
    record Nonce(String deviceId, String nonce) {}
}
