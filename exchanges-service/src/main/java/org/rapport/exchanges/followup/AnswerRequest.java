package org.rapport.exchanges.followup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.exchanges.exchange.ExchangeType;

/**
 * What somebody answers when asked what came of an event, in place of what they answered before.
 *
 * @param draft whether it is only to be kept, to go on with later
 * @param none whether there were no exchanges at all
 * @param exchanges whom they had exchanges with
 */
@Schema(examples = """
                {"draft": false, "none": false, "exchanges": [{"participantId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0",
                 "type": "ADVICE", "startedAt": "2026-04-10T00:00:00Z"}]}""")
public record AnswerRequest(
        Boolean draft, Boolean none, @Size(max = 100) List<@NotNull @Valid Told> exchanges) {

    public AnswerRequest {
        draft = Boolean.TRUE.equals(draft);
        none = Boolean.TRUE.equals(none);
        exchanges = exchanges == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(exchanges));
    }

    /**
     * An exchange with somebody. In a draft, only with whom is needed.
     *
     * @param startedAt since when; a rough date will do
     * @param needId the need that it met, if it did
     */
    public record Told(@NotNull UUID participantId, ExchangeType type, Instant startedAt, UUID needId) {}
}
