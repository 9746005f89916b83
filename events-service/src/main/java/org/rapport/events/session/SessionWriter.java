package org.rapport.events.session;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.events.event.Event;
import org.rapport.events.event.Events;
import org.rapport.events.event.EventsMoved;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;

/** Writes sessions. */
@Singleton
public class SessionWriter extends Writer<SessionRequest, Session> {

    private final Events events;
    private final Sessions sessions;

    SessionWriter(Writing writing, Events events, Sessions sessions) {
        super(writing, Session.class, "org.rapport.session.scheduled.v1", "org.rapport.session.changed.v1");
        this.events = events;
        this.sessions = sessions;
    }

    @Override
    protected Session create(UUID id, SessionRequest request) {
        return new Session(id, request);
    }

    @Override
    protected void change(Session session, SessionRequest request) {
        session.describe(request);
    }

    @Override
    protected SessionRequest request(Session session) {
        return SessionRequest.from(session);
    }

    /** Sessions move along with their event. */
    void move(@Observes EventsMoved moved) {
        Map<Session, SessionRequest> changed = new LinkedHashMap<>();
        for (Session session : sessions.ofEvents(moved.shifts().keySet())) {
            changed.put(session, request(session));
            session.move(moved.shifts().get(session.eventId()));
        }
        publishChanges(changed);
    }

    /** Notes that people were allocated to sessions at random. */
    public void randomised(Collection<Session> allocated) {
        allocate(allocated, Allocation.RANDOMISED);
    }

    /** Notes that people were assigned to sessions, unless others were allocated at random before. */
    public void assigned(Collection<Session> allocated) {
        allocate(
                allocated.stream()
                        .filter(session -> session.allocation() != Allocation.RANDOMISED)
                        .toList(),
                Allocation.ASSIGNED);
    }

    private void allocate(Collection<Session> allocated, Allocation how) {
        Map<Session, SessionRequest> changed = new LinkedHashMap<>();
        for (Session session : allocated) {
            if (session.allocation() != how) {
                changed.put(session, request(session));
                session.allocate(how);
            }
        }
        publishChanges(changed);
    }

    /** What files said before people were allocated, and before sessions had a capacity, takes neither back. */
    @Override
    protected SessionRequest onto(SessionRequest held, SessionRequest row) {
        return new SessionRequest(
                row.eventId(),
                row.title(),
                row.type(),
                row.startsAt(),
                row.endsAt(),
                row.allocation() == null ? held.allocation() : row.allocation(),
                row.capacity() == null ? held.capacity() : row.capacity());
    }

    /** Local times become instants, in the time zone of the event. */
    @Override
    protected List<Draft<SessionRequest>> resolve(List<Draft<SessionRequest>> drafts) {
        Set<UUID> withLocalTimes = drafts.stream()
                .map(Draft::request)
                .filter(request ->
                        request.startsAt().isLocal() || request.endsAt().isLocal())
                .map(SessionRequest::eventId)
                .collect(Collectors.toSet());
        if (withLocalTimes.isEmpty()) {
            return drafts;
        }
        Map<UUID, String> zones = events.timeZones(withLocalTimes);
        return drafts.stream()
                .map(draft -> {
                    SessionRequest request = draft.request();
                    String zone = zones.get(request.eventId());
                    SessionRequest resolved = request.at(
                            request.startsAt().in(zone, "/startsAt", draft.errors()),
                            request.endsAt().in(zone, "/endsAt", draft.errors()));
                    return new Draft<>(draft.id(), resolved, draft.errors());
                })
                .toList();
    }

    @Override
    protected void check(List<Draft<SessionRequest>> drafts) {
        Map<UUID, Event> known = events.held(
                drafts.stream().map(draft -> draft.request().eventId()).toList());
        Map<UUID, Long> allocated =
                sessions.allocated(drafts.stream().map(Draft::id).toList());
        for (Draft<SessionRequest> draft : drafts) {
            SessionRequest request = draft.request();
            Event event = known.get(request.eventId());
            if (event == null) {
                draft.errors().add("/eventId", "EVENT_UNKNOWN", "There is no such event");
            } else if (request.startsAt().instant().isBefore(event.startsAt())
                    || request.endsAt().instant().isAfter(event.endsAt())) {
                draft.errors().add("/startsAt", "OUTSIDE_EVENT", "A session lies within the times of its event");
            }
            if (request.capacity() != null && request.capacity() < allocated.getOrDefault(draft.id(), 0L)) {
                draft.errors()
                        .add("/capacity", "CAPACITY_BELOW_ALLOCATED", "More participants than that are to be in it");
            }
            if (request.endsAt().instant().isBefore(request.startsAt().instant())) {
                draft.errors().add("/endsAt", "ENDS_BEFORE_START", "Must not be before startsAt");
            }
        }
    }
}
