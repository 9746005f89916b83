package org.rapport.participants.offer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writing;
import org.rapport.participants.participant.Participants;
import org.rapport.participants.topic.CodedWriter;
import org.rapport.participants.topic.Topics;

/** Writes offers. */
@Singleton
class OfferWriter extends CodedWriter<OfferRequest, Offer> {

    private final Participants participants;
    private final Topics topics;

    OfferWriter(Writing writing, Participants participants, Topics topics) {
        super(
                writing,
                participants::successors,
                topics,
                Offer.class,
                "offers",
                "org.rapport.offer.made.v1",
                "org.rapport.offer.changed.v1");
        this.participants = participants;
        this.topics = topics;
    }

    @Override
    protected Offer create(UUID id, OfferRequest request) {
        return new Offer(id, request);
    }

    @Override
    protected void change(Offer offer, OfferRequest request) {
        offer.describe(request);
    }

    @Override
    protected OfferRequest request(Offer offer) {
        return OfferRequest.from(offer);
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantId"));
    }

    @Override
    protected OfferRequest named(OfferRequest request, UnaryOperator<UUID> names) {
        UUID participant = names.apply(request.participantId());
        return participant == null
                ? null
                : new OfferRequest(
                        participant,
                        request.topic(),
                        request.kind(),
                        request.description(),
                        request.availableFrom(),
                        request.availableTo());
    }

    @Override
    protected OfferResponse response(Offer offer) {
        return OfferResponse.from(offer);
    }

    @Override
    protected void check(List<Draft<OfferRequest>> drafts) {
        Set<UUID> unknownParticipants = participants.unknown(
                drafts.stream().map(draft -> draft.request().participantId()).toList());
        Set<String> unknownTopics = topics.missing(
                drafts.stream().map(draft -> draft.request().topic()).toList());
        for (Draft<OfferRequest> draft : drafts) {
            OfferRequest request = draft.request();
            if (unknownParticipants.contains(request.participantId())) {
                draft.errors().add("/participantId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
            if (unknownTopics.contains(request.topic())) {
                draft.errors().add("/topic", "TOPIC_UNKNOWN", "No topic has this code");
            }
            if (request.availableFrom() != null
                    && request.availableTo() != null
                    && request.availableTo().isBefore(request.availableFrom())) {
                draft.errors().add("/availableTo", "ENDS_BEFORE_START", "Must not be before availableFrom");
            }
        }
    }
}
