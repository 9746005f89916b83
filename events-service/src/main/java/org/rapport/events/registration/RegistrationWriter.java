package org.rapport.events.registration;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.rapport.events.event.Events;
import org.rapport.kit.json.Times;
import org.rapport.kit.replica.References;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;

/** Writes registrations. */
@Singleton
class RegistrationWriter extends FollowingWriter<RegistrationRequest, Registration> {

    private final Events events;
    private final References references;

    RegistrationWriter(Writing writing, Events events, References references) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                Registration.class,
                "registrations",
                "org.rapport.registration.recorded.v1",
                "org.rapport.registration.changed.v1");
        this.events = events;
        this.references = references;
    }

    @Override
    protected Registration create(UUID id, RegistrationRequest request) {
        return new Registration(id, request);
    }

    @Override
    protected void change(Registration registration, RegistrationRequest request) {
        registration.describe(request);
    }

    @Override
    protected RegistrationRequest request(Registration registration) {
        return RegistrationRequest.from(registration);
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantId"));
    }

    @Override
    protected RegistrationRequest named(RegistrationRequest request, UnaryOperator<UUID> names) {
        UUID participant = names.apply(request.participantId());
        return participant == null
                ? null
                : new RegistrationRequest(
                        request.eventId(), participant, request.status(), request.registeredAt(), request.incentive());
    }

    /** Registered once and for all: with the stronger status, since the earlier time. */
    @Override
    protected RegistrationRequest together(RegistrationRequest kept, RegistrationRequest other) {
        return new RegistrationRequest(
                kept.eventId(),
                kept.participantId(),
                RegistrationStatus.stronger(kept.status(), other.status()),
                Times.earlier(kept.registeredAt(), other.registeredAt()),
                kept.incentive() == null ? other.incentive() : kept.incentive());
    }

    @Override
    protected RegistrationResponse response(Registration registration) {
        return RegistrationResponse.from(registration);
    }

    @Override
    protected void check(List<Draft<RegistrationRequest>> drafts) {
        Set<UUID> unknownEvents = events.missing(
                drafts.stream().map(draft -> draft.request().eventId()).toList());
        Set<UUID> unknownParticipants = references.missing(
                "participant",
                drafts.stream().map(draft -> draft.request().participantId()).toList());
        for (Draft<RegistrationRequest> draft : drafts) {
            RegistrationRequest request = draft.request();
            if (unknownEvents.contains(request.eventId())) {
                draft.errors().add("/eventId", "EVENT_UNKNOWN", "There is no such event");
            }
            if (unknownParticipants.contains(request.participantId())) {
                draft.errors().add("/participantId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
        }
    }

    /** What makes a registration the same one when it comes again. */
    private record Key(UUID eventId, UUID participantId) {}

    @Override
    protected Object key(Draft<RegistrationRequest> draft) {
        return new Key(draft.request().eventId(), draft.request().participantId());
    }

    @Override
    protected Object key(Registration registration) {
        return new Key(registration.eventId(), registration.participantId());
    }

    @Override
    protected Collection<Registration> stored(List<Draft<RegistrationRequest>> drafts) {
        return entityManager()
                .createQuery(
                        "select e from Registration e where e.eventId in :events and e.participantId in :participants",
                        Registration.class)
                .setParameter(
                        "events",
                        drafts.stream().map(draft -> draft.request().eventId()).toList())
                .setParameter(
                        "participants",
                        drafts.stream()
                                .map(draft -> draft.request().participantId())
                                .toList())
                .getResultList();
    }
}
