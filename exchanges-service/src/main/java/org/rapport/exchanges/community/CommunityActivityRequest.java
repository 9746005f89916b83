package org.rapport.exchanges.community;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client says of a community activity.
 *
 * @param threadId the thread that it belongs to
 * @param messageId the message that it was; there is one activity of one message
 */
@Schema(examples = """
                {"eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "participantId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "channel": "POST", "at": "2026-05-01T12:00:00Z"}""")
public record CommunityActivityRequest(
        @NotNull UUID eventId,
        @NotNull UUID participantId,
        Channel channel,
        @NotNull Instant at,
        UUID threadId,
        UUID messageId) {

    static CommunityActivityRequest from(CommunityActivity communityActivity) {
        return new CommunityActivityRequest(
                communityActivity.eventId(),
                communityActivity.participantId(),
                communityActivity.channel(),
                communityActivity.at(),
                communityActivity.threadId(),
                communityActivity.messageId());
    }
}
