package org.rapport.events.commitment;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client says of a commitment. There is no text: it would be about people.
 *
 * @param counterpartId absent, if it was promised to the community
 * @param promise what was promised, on the ladder of exchanges
 * @param dueAt by when
 */
@Schema(examples = """
                {"eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "participantId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "counterpartId": "0198c1a5-8d2f-7b42-92e3-4a5b6c7d8e9f", "statedAt": "2026-03-02T17:00:00Z", "promise": "ADVICE", "dueAt": "2026-04-30T23:59:59.999999Z"}""")
public record CommitmentRequest(
        @NotNull UUID eventId,
        @NotNull UUID participantId,
        UUID counterpartId,
        @NotNull Instant statedAt,
        Promise promise,
        Instant dueAt) {

    static CommitmentRequest from(Commitment commitment) {
        return new CommitmentRequest(
                commitment.eventId(),
                commitment.participantId(),
                commitment.counterpartId(),
                commitment.statedAt(),
                commitment.promise(),
                commitment.dueAt());
    }

    /** The same, with these details. */
    CommitmentRequest of(Promise what, Instant byWhen) {
        return new CommitmentRequest(eventId, participantId, counterpartId, statedAt, what, byWhen);
    }
}
