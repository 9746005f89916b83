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
 * A need of what somebody offers.
 *
 * @param language of the participant who needs it
 * @param topicSteps from the topic of the offer to that of the need
 */
@Schema(examples = """
                {"needId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "participantId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0",
                 "topic": "T05", "kind": "SKILL", "description": "Somebody who has run a water tariff reform",
                 "language": "es", "declaredAt": "2026-01-15T10:00:00Z", "reasons": ["SAME_TOPIC", "SAME_LANGUAGE"],
                 "topicSteps": 0}""")
record NeedMatch(
        UUID needId,
        UUID participantId,
        String topic,
        Kind kind,
        String description,
        String language,
        Instant declaredAt,
        List<Reason> reasons,
        int topicSteps) {

    static NeedMatch read(ResultSet row, Place place) throws SQLException {
        return new NeedMatch(
                row.getObject("id", UUID.class),
                row.getObject("participant_id", UUID.class),
                row.getString("topic"),
                Matching.kind(row),
                row.getString("description"),
                Matching.language(row),
                row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                place.reasons(),
                place.topicSteps());
    }
}
