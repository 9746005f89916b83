package org.rapport.events.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rapport.events.session.Session;
import org.rapport.kit.problem.FieldError;
import org.rapport.kit.problem.Problems;

/** Sessions of one event, of which everybody can be in one only, since all are held at the same time. */
record Slot(List<Session> sessions) {

    private static final String POINTER = "/sessionIds";

    /** Throws a 422 with all that keeps these from being a slot. */
    static Slot of(Collection<UUID> ids, Map<UUID, Session> known) {
        List<FieldError> errors = new ArrayList<>();
        if (known.size() < ids.size()) {
            errors.add(new FieldError(POINTER, "SESSION_UNKNOWN", "One of them is no session, or is named twice"));
        } else {
            Collection<Session> sessions = known.values();
            if (sessions.stream().map(Session::eventId).distinct().count() > 1) {
                errors.add(new FieldError(POINTER, "NOT_ONE_EVENT", "They are sessions of several events"));
            } else if (sessions.stream().anyMatch(one -> sessions.stream().anyMatch(other -> !overlap(one, other)))) {
                errors.add(new FieldError(POINTER, "NOT_ONE_SLOT", "They do not all take place at the same time"));
            }
            long bounded = sessions.stream()
                    .map(Session::capacity)
                    .filter(Objects::nonNull)
                    .count();
            if (bounded > 0 && bounded < sessions.size()) {
                errors.add(new FieldError(POINTER, "CAPACITY_MISSING", "Give all of them a capacity, or none"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return new Slot(ids.stream().map(known::get).toList());
    }

    static boolean overlap(Session one, Session other) {
        return one.startsAt().isBefore(other.endsAt()) && other.startsAt().isBefore(one.endsAt());
    }

    static boolean hasBegun(Session session) {
        return !session.startsAt().isAfter(Instant.now());
    }

    boolean hasBegun() {
        return sessions.stream().anyMatch(Slot::hasBegun);
    }

    UUID eventId() {
        return sessions.get(0).eventId();
    }

    private boolean isBounded() {
        return sessions.get(0).capacity() != null;
    }

    /** How the sessions share people: by the places that are left beside those taken, or alike if there is no end of them. */
    Map<UUID, Integer> weights(Map<UUID, Long> taken) {
        Map<UUID, Integer> weights = new HashMap<>();
        for (Session session : sessions) {
            long left = session.capacity() == null
                    ? 1
                    : Math.max(0, session.capacity() - taken.getOrDefault(session.id(), 0L));
            weights.put(session.id(), Math.toIntExact(left));
        }
        return weights;
    }

    /** Throws a conflict if the places that are left do not suffice for so many. */
    void requireRoomFor(int people, Map<UUID, Integer> weights) {
        long left = weights.values().stream().mapToLong(Integer::longValue).sum();
        if (isBounded() && people > left) {
            throw Problems.conflict("TOO_FEW_PLACES", people + " people are to have places, and there are " + left);
        }
    }
}
