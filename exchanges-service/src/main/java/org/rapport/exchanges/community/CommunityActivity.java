package org.rapport.exchanges.community;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** Something that somebody did for all who had been at an event. */
@Entity
public class CommunityActivity extends Aggregate {

    private UUID eventId;
    private UUID participantId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private Instant at;
    private UUID threadId;
    private UUID messageId;

    /** For Hibernate. */
    protected CommunityActivity() {}

    CommunityActivity(UUID id, CommunityActivityRequest request) {
        super(id);
        describe(request);
    }

    final void describe(CommunityActivityRequest request) {
        eventId = request.eventId();
        participantId = request.participantId();
        channel = request.channel();
        at = request.at();
        threadId = request.threadId();
        messageId = request.messageId();
    }

    UUID eventId() {
        return eventId;
    }

    UUID participantId() {
        return participantId;
    }

    Channel channel() {
        return channel;
    }

    Instant at() {
        return at;
    }

    UUID threadId() {
        return threadId;
    }

    UUID messageId() {
        return messageId;
    }

    @Override
    public CommunityActivityState eventData() {
        return new CommunityActivityState(id(), eventId, participantId, channel, at, threadId);
    }

    /** What other services learn of a community activity. */
    record CommunityActivityState(
            UUID id, UUID eventId, UUID participantId, Channel channel, Instant at, UUID threadId) {}
}
