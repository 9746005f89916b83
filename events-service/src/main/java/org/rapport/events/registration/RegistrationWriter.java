package org.rapport.events.registration;

import static org.rapport.events.registration.RegistrationStatus.APPLIED;
import static org.rapport.events.registration.RegistrationStatus.CONFIRMED;
import static org.rapport.events.registration.RegistrationStatus.WAITLISTED;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.rapport.events.event.PlacesFreed;
import org.rapport.kit.json.Times;
import org.rapport.kit.problem.FieldError;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.replica.References;
import org.rapport.kit.security.Caller;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;

/**
 * Writes registrations. Whoever gives or frees a place holds the event until the end of the transaction, and before it the
 * participant, in the order of whoever follows an erasure.
 */
@Singleton
class RegistrationWriter extends FollowingWriter<RegistrationRequest, Registration> {

    private static final UUID NOBODY = new UUID(0, 0);

    private final References references;
    private final Places places;
    private final Caller caller;

    RegistrationWriter(Writing writing, References references, Places places, Caller caller) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                Registration.class,
                "registrations",
                "org.rapport.registration.recorded.v1",
                "org.rapport.registration.changed.v1");
        this.references = references;
        this.places = places;
        this.caller = caller;
    }

    /** Who asks for a place gets one if there are any, or else waits for one. */
    @Override
    protected RegistrationRequest meant(Registration registration, RegistrationRequest request) {
        if (request == null || request.eventId() == null || request.participantId() == null) {
            return request;
        }
        if (registration != null) {
            registration.requireSame(request);
        }
        references.missing("participant", Set.of(request.participantId()));
        Tally tally = places.lock(Set.of(request.eventId())).get(request.eventId());
        if (request.status() == APPLIED && (registration == null || registration.status() != APPLIED)) {
            requireOpen(tally);
        }
        return admitted(registration, request, tally);
    }

    private static RegistrationRequest admitted(Registration registration, RegistrationRequest request, Tally tally) {
        RegistrationStatus before = registration == null ? null : registration.status();
        return request.with(
                tally == null ? request.status() : tally.admit(before, request.status()),
                isNew(registration, request) ? Instant.now().truncatedTo(ChronoUnit.MICROS) : request.registeredAt());
    }

    /** Whether somebody registers now, for the first time or again; one can say that it was at another time. */
    private static boolean isNew(Registration registration, RegistrationRequest request) {
        return registration == null
                ? request.registeredAt() == null
                : !registration.status().isStanding()
                        && request.status().isStanding()
                        && Objects.equals(registration.registeredAt(), request.registeredAt());
    }

    /** The same answer whether the event does not exist, or is none that the participant may apply for. */
    private void requireOpen(Tally tally) {
        boolean isOpen = tally != null && tally.event().isOpenToApply();
        if (!isOpen && caller.confinedToParticipant().isPresent()) {
            throw Problems.invalid("/eventId", "EVENT_NOT_OPEN", "There is no such event that one can apply for now");
        }
    }

    @Override
    public Registration create(RegistrationRequest request) {
        Registration registration = super.create(request);
        if (registration.status() == WAITLISTED && request.status() != WAITLISTED) {
            fillFreed(Set.of(registration.eventId()), NOBODY);
        }
        return registration;
    }

    @Override
    public Registration patch(Registration registration, JsonNode patch) {
        boolean hadPlace = registration.status() == CONFIRMED;
        super.patch(registration, patch);
        boolean hasPlace = registration.status() == CONFIRMED;
        if (hadPlace && !hasPlace) {
            fillFreed(Set.of(registration.eventId()), registration.id());
        } else if (!hasPlace && patch.path("status").asText().equals(CONFIRMED.name())) {
            fillFreed(Set.of(registration.eventId()), NOBODY);
        }
        return registration;
    }

    /** Confirms many in their order: each gets a place, or else waits for one. What keeps one does not keep the others. */
    ConfirmationResponse confirm(ConfirmationRequest request) {
        check((Object) request).throwIfAny();
        Map<UUID, Tally> tallies = hold(request.ids());
        Map<UUID, Registration> registrations =
                byId(request.ids()).stream().collect(Collectors.toMap(Registration::id, Function.identity()));
        Map<Registration, RegistrationRequest> changed = new LinkedHashMap<>();
        Map<UUID, FieldError> refused = new HashMap<>();
        for (UUID id : request.ids()) {
            Registration registration = registrations.get(id);
            if (registration == null) {
                refused.put(id, new FieldError("", "NOT_FOUND", "There is no such registration"));
                continue;
            }
            RegistrationRequest before = request(registration);
            Tally tally = tallies.get(registration.eventId());
            try {
                registration.describe(admitted(registration, before.with(CONFIRMED, before.registeredAt()), tally));
                tally.move(before.status(), registration.status());
                changed.putIfAbsent(registration, before);
            } catch (HttpProblem problem) {
                refused.put(id, Problems.errorsOf(problem).get(0));
            }
        }
        changed.entrySet().removeIf(entry -> request(entry.getKey()).equals(entry.getValue()));
        publishChanges(changed);
        if (!changed.isEmpty()) {
            fillFreed(tallies.keySet(), NOBODY);
        }
        Map<UUID, Long> inQueue = places.inQueue(registrations.values());
        return new ConfirmationResponse(request.ids().stream()
                .map(id -> ConfirmationResponse.Item.of(id, registrations.get(id), inQueue.get(id), refused.get(id)))
                .toList());
    }

    /** Holds what they name, before anything of them is read that may change. */
    private Map<UUID, Tally> hold(List<UUID> ids) {
        List<Object[]> named = entityManager()
                .createQuery("select e.participantId, e.eventId from Registration e where e.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        references.missing(
                "participant", named.stream().map(row -> (UUID) row[0]).toList());
        return named.isEmpty()
                ? Map.of()
                : places.lock(named.stream().map(row -> (UUID) row[1]).collect(Collectors.toSet()));
    }

    /** Whoever waits for a place that is there now gets it, in the order of the queue. */
    void promote(@Observes PlacesFreed freed) {
        promote(places.lock(Set.of(freed.eventId())), NOBODY);
    }

    /** The same where there may be free places; who waits although there are any for everybody waits on purpose. */
    private void fillFreed(Set<UUID> events, UUID other) {
        entityManager().flush();
        Map<UUID, Tally> tallies = places.lock(events);
        tallies.values().removeIf(tally -> !Tally.isBounded(tally));
        promote(tallies, other);
    }

    private void promote(Map<UUID, Tally> tallies, UUID other) {
        Map<Registration, RegistrationRequest> changed = new HashMap<>();
        for (Registration registration : byId(places.next(tallies, other))) {
            changed.put(registration, request(registration));
            registration.become(CONFIRMED);
        }
        publishChanges(changed);
    }

    @Override
    protected Registration create(UUID id, RegistrationRequest request) {
        return new Registration(id, request);
    }

    @Override
    protected void change(Registration registration, RegistrationRequest request) {
        registration.describe(request);
    }

    /** Lists of attendees know nothing of incentives, and not all of them when somebody registered: that is kept. */
    @Override
    protected RegistrationRequest onto(RegistrationRequest held, RegistrationRequest row) {
        return new RegistrationRequest(
                row.eventId(),
                row.participantId(),
                row.status(),
                row.registeredAt() == null ? held.registeredAt() : row.registeredAt(),
                row.incentive() == null ? held.incentive() : row.incentive());
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

    @Override
    protected void rename(Registration registration, RegistrationRequest request) {
        registration.follow(request.participantId());
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

    /** Who was erased leaves a place, and so does one person who had two. */
    @Override
    protected void left(Collection<Registration> gone) {
        if (!gone.isEmpty()) {
            fillFreed(gone.stream().map(Registration::eventId).collect(Collectors.toSet()), NOBODY);
        }
    }

    @Override
    protected RegistrationResponse response(Registration registration) {
        return RegistrationResponse.from(registration, null);
    }

    @Override
    protected void check(List<Draft<RegistrationRequest>> drafts) {
        Set<UUID> unknownParticipants = references.missing(
                "participant",
                drafts.stream().map(draft -> draft.request().participantId()).toList());
        Map<UUID, Tally> tallies = places.lockForFile(
                drafts.stream().map(draft -> draft.request().eventId()).toList());
        Map<Object, RegistrationStatus> present = new HashMap<>();
        List<Draft<RegistrationRequest>> bounded = drafts.stream()
                .filter(draft -> Tally.isBounded(tallies.get(draft.request().eventId())))
                .toList();
        stored(bounded).forEach(registration -> present.put(key(registration), registration.status()));
        for (Draft<RegistrationRequest> draft : drafts) {
            RegistrationRequest request = draft.request();
            Tally tally = tallies.get(request.eventId());
            RegistrationStatus before = present.get(key(draft));
            if (tally == null) {
                draft.errors().add("/eventId", "EVENT_UNKNOWN", "There is no such event");
            } else if (request.status() == CONFIRMED && before != CONFIRMED && tally.isFull()) {
                draft.errors().add("/status", "EVENT_FULL", "All places of the event are taken");
            }
            if (unknownParticipants.contains(request.participantId())) {
                draft.errors().add("/participantId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
            if (draft.errors().isEmpty()) {
                tally.move(before, request.status());
                present.put(key(draft), request.status());
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
        if (drafts.isEmpty()) {
            return List.of();
        }
        return entityManager()
                .createQuery(
                        "select e from Registration e where e.eventId in :events and e.participantId in :participants",
                        Registration.class)
                .setParameter(
                        "events",
                        drafts.stream().map(draft -> draft.request().eventId()).collect(Collectors.toSet()))
                .setParameter(
                        "participants",
                        drafts.stream()
                                .map(draft -> draft.request().participantId())
                                .toList())
                .getResultList();
    }

    private List<Registration> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entityManager()
                        .createQuery("select e from Registration e where e.id in :ids", Registration.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }
}
