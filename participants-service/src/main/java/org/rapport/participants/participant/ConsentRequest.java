package org.rapport.participants.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.participants.participant.Consent.Purpose;

/**
 * That a person gives a consent, or withdraws it.
 *
 * @param textVersion which text the person agrees to
 * @param givenAt if it is given
 * @param withdrawnAt if it is withdrawn
 */
@Schema(
        examples = {
            "{\"purpose\": \"RESEARCH\", \"textVersion\": \"2025-1\", \"givenAt\": \"2026-01-15T10:00:00Z\"}",
            "{\"purpose\": \"RESEARCH\", \"withdrawnAt\": \"2026-04-02T08:30:00Z\"}"
        })
public record ConsentRequest(
        @NotNull Purpose purpose, @Size(max = 50) String textVersion, Instant givenAt, Instant withdrawnAt) {}
