package org.rapport.participants.need;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rapport.participants.topic.Kind;

/** A need as clients see it, with its history. */
public record NeedResponse(
        UUID id,
        UUID participantId,
        String topic,
        Kind kind,
        String description,
        Instant declaredAt,
        Items assessment,
        List<Assessment> assessments,
        NeedStatus status,
        Instant statusAt,
        List<StatusChange> statusHistory,
        UUID metByExchangeId,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static NeedResponse from(Need need) {
        return new NeedResponse(
                need.id(),
                need.participantId(),
                need.topic(),
                need.kind(),
                need.description(),
                need.declaredAt(),
                need.firstItems(),
                need.assessments(),
                need.status(),
                need.statusAt(),
                need.statusHistory(),
                need.metByExchangeId(),
                need.createdAt(),
                need.updatedAt(),
                need.version());
    }
}
