package org.rapport.events.allocation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.rapport.events.event.Events;
import org.rapport.events.session.Session;
import org.rapport.events.session.SessionWriter;
import org.rapport.events.session.Sessions;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.replica.References;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;

/** Writes allocations. Whoever does holds the event, so that the places of its sessions are given one at a time. */
@Singleton
class AllocationWriter extends FollowingWriter<AllocationRequest, Allocation> {

    private static final String MADE = "org.rapport.allocation.made.v1";

    private final Events events;
    private final Sessions sessions;
    private final SessionWriter sessionWriter;
    private final Allocations allocations;
    private final Eligible eligible;
    private final References references;

    AllocationWriter(
            Writing writing,
            Events events,
            Sessions sessions,
            SessionWriter sessionWriter,
            Allocations allocations,
            Eligible eligible,
            References references) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                Allocation.class,
                "allocations",
                MADE,
                "org.rapport.allocation.changed.v1");
        this.events = events;
        this.sessions = sessions;
        this.sessionWriter = sessionWriter;
        this.allocations = allocations;
        this.eligible = eligible;
        this.references = references;
    }

    /** By a client, for what is to come; what was before is for files to say. */
    @Override
    protected AllocationRequest meant(Allocation allocation, AllocationRequest request) {
        if (request != null && request.sessionId() != null) {
            requireAhead(request.sessionId());
        }
        return request;
    }

    @Override
    public Allocation create(AllocationRequest request) {
        Allocation allocation = super.create(request);
        sessionWriter.assigned(List.of(sessions.findById(allocation.sessionId())));
        return allocation;
    }

    void remove(Allocation allocation) {
        requireAhead(allocation.sessionId());
        removeAll(allocation.eventId(), List.of(allocation));
    }

    private void requireAhead(UUID session) {
        if (sessions.findByIdOptional(session).filter(Slot::hasBegun).isPresent()) {
            throw begun();
        }
    }

    private static RuntimeException begun() {
        return Problems.conflict("SLOT_BEGUN", "It has begun: who was to be in which session cannot be changed now");
    }

    private void removeAll(UUID event, Collection<Allocation> gone) {
        gone.forEach(entityManager()::remove);
        publishErased(
                event, gone.stream().collect(Collectors.toMap(Allocation::id, allocation -> allocation.version() + 1)));
    }

    /** Sends everybody with a place at the event to one of the sessions, but for those who were assigned to one. */
    RandomisationResponse randomise(RandomisationRequest request) {
        check((Object) request).throwIfAny();
        Set<UUID> ofSessions = sessions.eventsOf(request.sessionIds());
        ofSessions.forEach(event -> references.missing("participant", eligible.at(event)));
        if (!ofSessions.isEmpty()) {
            events.lockPlaces(ofSessions);
        }
        Slot slot = Slot.of(request.sessionIds(), sessions.byId(request.sessionIds()));
        List<Allocation> present = allocations.ofSessions(request.sessionIds());
        Map<UUID, Long> assigned = present.stream()
                .filter(allocation -> allocation.method() == AllocationMethod.ASSIGNED)
                .collect(Collectors.groupingBy(Allocation::sessionId, Collectors.counting()));
        Map<UUID, UUID> target = target(request, slot, present, assigned);
        int changed = apply(target, present, slot, request.seed());
        if (!slot.hasBegun()) {
            sessionWriter.randomised(slot.sessions());
        }
        Map<UUID, Long> randomised =
                target.values().stream().collect(Collectors.groupingBy(session -> session, Collectors.counting()));
        return new RandomisationResponse(
                slot.eventId(),
                request.seed(),
                request.stratifyBy(),
                Randomisation.ALGORITHM,
                request.sessionIds().stream()
                        .map(id -> new RandomisationResponse.Share(
                                id, assigned.getOrDefault(id, 0L), randomised.getOrDefault(id, 0L)))
                        .toList(),
                changed);
    }

    private Map<UUID, UUID> target(
            RandomisationRequest request, Slot slot, List<Allocation> present, Map<UUID, Long> assigned) {
        Set<UUID> people = new HashSet<>(eligible.at(slot.eventId()));
        // those whose place was confirmed at this moment, too, are kept from being erased
        people.removeAll(references.missing("participant", people));
        present.stream()
                .filter(allocation -> allocation.method() == AllocationMethod.ASSIGNED)
                .map(Allocation::participantId)
                .forEach(people::remove);
        Map<UUID, Integer> weights = slot.weights(assigned);
        slot.requireRoomFor(people.size(), weights);
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<UUID, UUID> strata =
                request.stratifyBy() == StratifyBy.ORGANISATION ? eligible.organisations(people) : Map.of();
        return Randomisation.allocate(
                people.stream()
                        .map(person -> new Randomisation.Person(person, strata.get(person)))
                        .toList(),
                weights,
                request.seed());
    }

    /** Brings about what chance decided; says how much of it was new. */
    private int apply(Map<UUID, UUID> target, List<Allocation> present, Slot slot, long seed) {
        Map<UUID, UUID> missing = new HashMap<>(target);
        Map<Allocation, AllocationRequest> changed = new HashMap<>();
        List<Allocation> obsolete = new ArrayList<>();
        for (Allocation allocation : present) {
            UUID session = missing.remove(allocation.participantId());
            AllocationRequest before = request(allocation);
            if (session != null && !before.equals(randomised(session, allocation.participantId(), seed))) {
                changed.put(allocation, before);
            } else if (session == null && allocation.method() == AllocationMethod.RANDOMISED) {
                obsolete.add(allocation);
            }
        }
        int all = missing.size() + changed.size() + obsolete.size();
        if (all > 0 && slot.hasBegun()) {
            throw begun();
        }
        changed.keySet()
                .forEach(allocation -> allocation.describe(
                        slot.eventId(),
                        randomised(target.get(allocation.participantId()), allocation.participantId(), seed)));
        List<Allocation> made = missing.entrySet().stream()
                .map(entry -> new Allocation(
                        Uuids.next(), slot.eventId(), randomised(entry.getValue(), entry.getKey(), seed)))
                .toList();
        made.forEach(entityManager()::persist);
        publish(MADE, made);
        publishChanges(changed);
        removeAll(slot.eventId(), obsolete);
        return all;
    }

    private static AllocationRequest randomised(UUID session, UUID participant, long seed) {
        return new AllocationRequest(session, participant, AllocationMethod.RANDOMISED, seed);
    }

    @Override
    protected Allocation create(UUID id, AllocationRequest request) {
        return new Allocation(id, sessions.findById(request.sessionId()).eventId(), request);
    }

    @Override
    protected void change(Allocation allocation, AllocationRequest request) {
        Session session = sessions.findById(request.sessionId());
        if (!request(allocation).equals(request) && Slot.hasBegun(session)) {
            throw begun();
        }
        allocation.describe(session.eventId(), request);
    }

    @Override
    protected AllocationRequest request(Allocation allocation) {
        return AllocationRequest.from(allocation);
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantId"));
    }

    @Override
    protected AllocationRequest named(AllocationRequest request, UnaryOperator<UUID> names) {
        UUID participant = names.apply(request.participantId());
        return participant == null
                ? null
                : new AllocationRequest(request.sessionId(), participant, request.method(), request.seed());
    }

    @Override
    protected void rename(Allocation allocation, AllocationRequest request) {
        allocation.follow(request.participantId());
    }

    @Override
    protected AllocationResponse response(Allocation allocation) {
        return AllocationResponse.from(allocation);
    }

    @Override
    protected void check(List<Draft<AllocationRequest>> drafts) {
        Set<UUID> participants =
                drafts.stream().map(draft -> draft.request().participantId()).collect(Collectors.toSet());
        Set<UUID> unknownParticipants = references.missing("participant", participants);
        Map<UUID, Session> known = sessions.byId(
                drafts.stream().map(draft -> draft.request().sessionId()).toList());
        Set<UUID> ofEvents = known.values().stream().map(Session::eventId).collect(Collectors.toSet());
        Rooms rooms = null;
        if (!known.isEmpty()) {
            events.lockPlaces(ofEvents);
            rooms = allocations.rooms(known, ofEvents, participants);
        }
        for (Draft<AllocationRequest> draft : drafts) {
            AllocationRequest request = draft.request();
            Errors errors = draft.errors();
            Session session = known.get(request.sessionId());
            if (session == null) {
                errors.add("/sessionId", "SESSION_UNKNOWN", "There is no such session");
            }
            if (unknownParticipants.contains(request.participantId())) {
                errors.add("/participantId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
            if ((request.method() == AllocationMethod.RANDOMISED) != (request.seed() != null)) {
                errors.add("/seed", "SEED_INVALID", "Chance has a seed, and an organiser has none");
            }
            if (errors.isEmpty()) {
                rooms.place(request.participantId(), session, errors);
            }
        }
    }

    /** What makes an allocation the same one when it comes again. */
    private record Key(UUID sessionId, UUID participantId) {}

    @Override
    protected Object key(Draft<AllocationRequest> draft) {
        return new Key(draft.request().sessionId(), draft.request().participantId());
    }

    @Override
    protected Object key(Allocation allocation) {
        return new Key(allocation.sessionId(), allocation.participantId());
    }

    @Override
    protected Collection<Allocation> stored(List<Draft<AllocationRequest>> drafts) {
        return allocations.of(
                drafts.stream().map(draft -> draft.request().sessionId()).toList(),
                drafts.stream().map(draft -> draft.request().participantId()).toList());
    }
}
