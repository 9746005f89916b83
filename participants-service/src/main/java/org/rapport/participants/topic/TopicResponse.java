package org.rapport.participants.topic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A topic as clients see it.
 *
 * @param formerCodes codes that it had, or that topics had which were merged into it: they find it still
 * @param mergedIntoId the topic that it is part of now; null for those in use
 */
@Schema(examples = """
                {"id": "861284b2-4863-57c7-8060-f33ea64f9f98", "code": "T05", "label": "Water tariffs", "broader": "TG2",
                 "formerCodes": ["WT"], "mergedIntoId": null, "createdAt": "2026-01-15T10:00:00Z",
                 "updatedAt": "2026-03-01T09:00:00Z", "version": 2}""")
public record TopicResponse(
        UUID id,
        String code,
        String label,
        String broader,
        List<String> formerCodes,
        UUID mergedIntoId,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static TopicResponse from(Topic topic) {
        return new TopicResponse(
                topic.id(),
                topic.code(),
                topic.label(),
                topic.broader(),
                topic.formerCodes(),
                topic.mergedIntoId(),
                topic.createdAt(),
                topic.updatedAt(),
                topic.version());
    }
}
