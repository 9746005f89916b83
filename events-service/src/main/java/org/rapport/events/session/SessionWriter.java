package org.rapport.events.session;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapport.events.event.Event;
import org.rapport.events.event.Events;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;

/** Writes sessions. */
@Singleton
class SessionWriter extends Writer<SessionRequest, Session> {

    private final Events events;

    SessionWriter(Writing writing, Events events) {
        super(writing, Session.class, "org.rapport.session.scheduled.v1", "org.rapport.session.changed.v1");
        this.events = events;
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

    @Override
    protected void check(List<Draft<SessionRequest>> drafts) {
        Map<UUID, Event> known = events.byId(
                drafts.stream().map(draft -> draft.request().eventId()).toList());
        for (Draft<SessionRequest> draft : drafts) {
            SessionRequest request = draft.request();
            Event event = known.get(request.eventId());
            if (event == null) {
                draft.errors().add("/eventId", "EVENT_UNKNOWN", "There is no such event");
            } else if (request.startsAt().isBefore(event.startsAt())
                    || request.endsAt().isAfter(event.endsAt())) {
                draft.errors().add("/startsAt", "OUTSIDE_EVENT", "A session lies within the times of its event");
            }
            if (request.endsAt().isBefore(request.startsAt())) {
                draft.errors().add("/endsAt", "ENDS_BEFORE_START", "Must not be before startsAt");
            }
        }
    }
}
