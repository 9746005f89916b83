package org.rapport.participants.offer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.participants.topic.CodedRequest;
import org.rapport.participants.topic.Kind;

/** What a client says of an offer. */
@Schema(examples = """
                {"participantId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "topic": "T01", "kind": "PEER_ADVICE", "description": "Peer advice on evidence synthesis", "availableFrom": "2026-01-01T00:00:00Z"}""")
public record OfferRequest(
        @NotNull UUID participantId,
        @NotBlank @Size(max = 50) String topic,
        Kind kind,
        @Size(max = 4000) String description,
        Instant availableFrom,
        Instant availableTo)
        implements CodedRequest<OfferRequest> {

    static OfferRequest from(Offer offer) {
        return new OfferRequest(
                offer.participantId(),
                offer.topic(),
                offer.kind(),
                offer.description(),
                offer.availableFrom(),
                offer.availableTo());
    }

    @Override
    public OfferRequest withTopic(String code) {
        return new OfferRequest(participantId, code, kind, description, availableFrom, availableTo);
    }
}
