package org.rapport.participants.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.participants.topic.Kind;

/**
 * An offer of what somebody needs.
 *
 * @param language of the participant who offers
 * @param topicSteps from the topic of the need to that of the offer
 */
@Schema(examples = """
                {"offerId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "participantId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0",
                 "topic": "T05", "kind": "SKILL", "description": "Has run two tariff reforms", "language": "es",
                 "availableFrom": "2026-01-01T00:00:00Z", "availableTo": null,
                 "reasons": ["NARROWER_TOPIC", "SAME_KIND", "SAME_LANGUAGE"], "topicSteps": 1}""")
record OfferMatch(
        UUID offerId,
        UUID participantId,
        String topic,
        Kind kind,
        String description,
        String language,
        Instant availableFrom,
        Instant availableTo,
        List<Reason> reasons,
        int topicSteps) {

    static OfferMatch read(ResultSet row, Place place) throws SQLException {
        return new OfferMatch(
                row.getObject("id", UUID.class),
                row.getObject("participant_id", UUID.class),
                row.getString("topic"),
                Matching.kind(row),
                row.getString("description"),
                Matching.language(row),
                instant(row, "available_from"),
                instant(row, "available_to"),
                place.reasons(),
                place.topicSteps());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
