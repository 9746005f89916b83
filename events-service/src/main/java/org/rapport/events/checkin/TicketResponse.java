package org.rapport.events.checkin;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code as text, for those who draw it themselves. */
@Schema(
        examples =
                "{\"token\": \"AQGYwaV8HnowsdI_SltsfY4BmMGljS97QZLjSltsfY6fAAAAAGmlyvDlq0JYy4nSuJ9V3eZp8cQh\", \"expiresAt\": \"2026-03-02T22:00:00Z\"}")
record TicketResponse(
        @Schema(description = "What the code holds") String token, Instant expiresAt) {}
