package org.rapport.events.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.events.session.Session;
import org.rapport.kit.validation.Errors;

/** Who is to be where, while one after the other is allocated. */
final class Rooms {

    private final Set<Eligible.Of> eligible;
    private final Map<UUID, Long> taken;
    private final Map<UUID, List<Session>> sessionsOf = new HashMap<>();

    /**
     * Rooms with so many in them.
     *
     * @param taken by session
     */
    Rooms(Set<Eligible.Of> eligible, Map<UUID, Long> taken) {
        this.eligible = eligible;
        this.taken = taken;
    }

    /** Somebody who is among those counted. */
    void add(UUID participant, Session session) {
        sessionsOf.computeIfAbsent(participant, id -> new ArrayList<>()).add(session);
    }

    /** Adds somebody who is not there yet, or what keeps them from being there. */
    void place(UUID participant, Session session, Errors errors) {
        List<Session> others = sessionsOf.getOrDefault(participant, List.of());
        if (others.contains(session)) {
            return;
        }
        long inside = taken.getOrDefault(session.id(), 0L);
        if (!eligible.contains(new Eligible.Of(session.eventId(), participant))) {
            errors.add("/participantId", "NOT_CONFIRMED", "The participant has no place at the event");
        } else if (others.stream().anyMatch(other -> Slot.overlap(session, other))) {
            errors.add("/participantId", "ALLOCATED_ELSEWHERE", "The participant is to be in another session then");
        } else if (session.capacity() != null && inside >= session.capacity()) {
            errors.add("/sessionId", "SESSION_FULL", "All places of the session are taken");
        } else {
            taken.put(session.id(), inside + 1);
            add(participant, session);
        }
    }
}
