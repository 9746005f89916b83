package org.rapport.participants.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A consent given for one purpose.
 *
 * @param textVersion which text the person agreed to, if known
 * @param withdrawnAt absent while it holds
 */
public record Consent(
        @NotNull Purpose purpose,
        @Size(max = 50) String textVersion,
        @NotNull Instant givenAt,
        Instant withdrawnAt) {

    /** What a person can consent to. */
    public enum Purpose {
        CONTACT,
        PROFILE_SHARING,
        RESEARCH
    }
}
