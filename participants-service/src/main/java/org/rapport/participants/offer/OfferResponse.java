package org.rapport.participants.offer;

import java.time.Instant;
import java.util.UUID;
import org.rapport.participants.topic.Kind;

/** An offer as clients see it. */
public record OfferResponse(
        UUID id,
        UUID participantId,
        String topic,
        Kind kind,
        String description,
        Instant availableFrom,
        Instant availableTo,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static OfferResponse from(Offer offer) {
        return new OfferResponse(
                offer.id(),
                offer.participantId(),
                offer.topic(),
                offer.kind(),
                offer.description(),
                offer.availableFrom(),
                offer.availableTo(),
                offer.createdAt(),
                offer.updatedAt(),
                offer.version());
    }
}
