package org.rapport.exchanges.community;

import java.time.Instant;
import java.util.UUID;

/** A community activity as clients see it. */
public record CommunityActivityResponse(
        UUID id,
        UUID eventId,
        UUID participantId,
        Channel channel,
        Instant at,
        UUID threadId,
        UUID messageId,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static CommunityActivityResponse from(CommunityActivity communityActivity) {
        return new CommunityActivityResponse(
                communityActivity.id(),
                communityActivity.eventId(),
                communityActivity.participantId(),
                communityActivity.channel(),
                communityActivity.at(),
                communityActivity.threadId(),
                communityActivity.messageId(),
                communityActivity.createdAt(),
                communityActivity.updatedAt(),
                communityActivity.version());
    }
}
