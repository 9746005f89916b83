package org.rapport.events.checkin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a device has scanned while it was offline. */
@Schema(
        examples =
                "{\"deviceTime\": \"2026-03-01T18:10:00Z\", \"scans\": [{\"token\": \"AQGYwaV8HnowsdI_SltsfY4BmMGljS97QZLjSltsfY6fAAAAAGmlyvDlq0JYy4nSuJ9V3eZp8cQh\", \"eventId\": \"0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e\", \"direction\": \"IN\", \"nonce\": \"7f3a9c01\", \"scannedAt\": \"2026-03-01T13:55:10Z\", \"deviceId\": \"door-2\"}]}")
record ScanBatch(
        @NotNull
        @Schema(
                description =
                        "What the clock of the device says at this moment; the times of the scans are set right by it")
        Instant deviceTime,

        @NotEmpty @Size(max = 1000) List<@NotNull @Valid Scan> scans) {}
