package org.rapport.exchanges.exchange;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One of the two, and what they have said.
 *
 * @param answer the last; null while there is none
 * @param answers all, in the order in which they were recorded
 */
@Schema(examples = """
                {"participantId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0", "answer": "CONFIRMED", "answers": [
                 {"participantId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0", "answer": "CONFIRMED",
                 "at": "2026-06-01T09:30:00Z", "type": "ADVICE", "startedAt": "2026-04-10T00:00:00Z"}]}""")
public record SideResponse(UUID participantId, Answer answer, List<Confirmation> answers) {

    static List<SideResponse> both(Exchange exchange) {
        return exchange.pair().stream().map(side -> of(exchange, side)).toList();
    }

    private static SideResponse of(Exchange exchange, UUID side) {
        return new SideResponse(
                side,
                exchange.lastAnswer(side).map(Confirmation::answer).orElse(null),
                exchange.confirmations().stream()
                        .filter(said -> said.participantId().equals(side))
                        .toList());
    }
}
