package org.rapport.participants.topic;

import java.time.Instant;
import java.util.UUID;

/** A topic as clients see it. */
public record TopicResponse(
        UUID id, String code, String label, String broader, Instant createdAt, Instant updatedAt, long version) {

    static TopicResponse from(Topic topic) {
        return new TopicResponse(
                topic.id(),
                topic.code(),
                topic.label(),
                topic.broader(),
                topic.createdAt(),
                topic.updatedAt(),
                topic.version());
    }
}
