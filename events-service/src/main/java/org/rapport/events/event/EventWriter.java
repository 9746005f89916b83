package org.rapport.events.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.events.programme.Programmes;
import org.rapport.events.project.Projects;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Outcome;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;

/** Writes events. */
@Singleton
class EventWriter extends Writer<EventRequest, Event> {

    private final Events events;
    private final Programmes programmes;
    private final Projects projects;
    private final Dependents dependents;
    private final jakarta.enterprise.event.Event<EventsMoved> moved;
    private final jakarta.enterprise.event.Event<PlacesFreed> freed;

    EventWriter(
            Writing writing,
            Events events,
            Programmes programmes,
            Projects projects,
            Dependents dependents,
            jakarta.enterprise.event.Event<EventsMoved> moved,
            jakarta.enterprise.event.Event<PlacesFreed> freed) {
        super(writing, Event.class, "org.rapport.event.scheduled.v1", "org.rapport.event.changed.v1");
        this.events = events;
        this.programmes = programmes;
        this.projects = projects;
        this.dependents = dependents;
        this.moved = moved;
        this.freed = freed;
    }

    @Override
    protected Event create(UUID id, EventRequest request) {
        return new Event(id, placed(request));
    }

    @Override
    protected void change(Event event, EventRequest request) {
        event.describe(placed(request));
    }

    @Override
    protected EventRequest request(Event event) {
        return EventRequest.from(event);
    }

    /** Marks events as held. */
    void hold(Collection<Event> ended) {
        Map<Event, EventRequest> changed = new HashMap<>();
        for (Event event : ended) {
            changed.put(event, request(event));
            event.hold();
        }
        publishChanges(changed);
    }

    /** Sessions move along, and whoever waits for a place that is there now gets it. */
    @Override
    public Event patch(Event event, JsonNode patch) {
        EventRequest before = request(event);
        super.patch(event, patch);
        tellOfMoves(Map.of(event.id(), before), List.of(event));
        boolean hasMorePlaces = event.capacity() == null
                ? before.capacity() != null
                : before.capacity() != null && event.capacity() > before.capacity();
        if (hasMorePlaces) {
            freed.fire(new PlacesFreed(event.id()));
        }
        return event;
    }

    @Override
    public List<Outcome> writeAll(List<Draft<EventRequest>> drafts) {
        List<UUID> ids = drafts.stream()
                .filter(draft -> draft.errors().isEmpty())
                .map(Draft::id)
                .toList();
        Map<UUID, Event> present = events.byId(ids);
        Map<UUID, EventRequest> before = new HashMap<>();
        present.forEach((id, event) -> before.put(id, request(event)));
        List<Outcome> outcomes = super.writeAll(drafts);
        tellOfMoves(before, present.values());
        return outcomes;
    }

    private void tellOfMoves(Map<UUID, EventRequest> before, Collection<Event> after) {
        Map<UUID, Shift> shifts = new HashMap<>();
        for (Event event : after) {
            Shift shift = Shift.between(before.get(event.id()), request(event));
            if (!shift.isNone()) {
                shifts.put(event.id(), shift);
            }
        }
        if (!shifts.isEmpty()) {
            moved.fire(new EventsMoved(shifts));
        }
    }

    /** Local times become instants. */
    @Override
    protected List<Draft<EventRequest>> resolve(List<Draft<EventRequest>> drafts) {
        return drafts.stream()
                .map(draft -> {
                    EventRequest request = draft.request();
                    EventRequest resolved = request.at(
                            request.startsAt().in(request.timeZone(), "/startsAt", draft.errors()),
                            request.endsAt().in(request.timeZone(), "/endsAt", draft.errors()));
                    return new Draft<>(draft.id(), resolved, draft.errors());
                })
                .toList();
    }

    @Override
    protected void check(List<Draft<EventRequest>> drafts) {
        Set<UUID> unknownProgrammes = programmes.missing(drafts.stream()
                .map(draft -> draft.request().programmeId())
                .filter(Objects::nonNull)
                .toList());
        Map<UUID, UUID> programmeOfProject = projects.programmes(drafts.stream()
                .map(draft -> draft.request().projectId())
                .filter(Objects::nonNull)
                .toList());
        for (Draft<EventRequest> draft : drafts) {
            EventRequest request = draft.request();
            if (unknownProgrammes.contains(request.programmeId())) {
                draft.errors().add("/programmeId", "PROGRAMME_UNKNOWN", "There is no such programme");
            }
            UUID programme = request.projectId() == null ? null : programmeOfProject.get(request.projectId());
            if (request.projectId() != null && programme == null) {
                draft.errors().add("/projectId", "PROJECT_UNKNOWN", "There is no such project");
            } else if (programme != null
                    && request.programmeId() != null
                    && !request.programmeId().equals(programme)) {
                draft.errors().add("/programmeId", "PROGRAMME_NOT_OF_PROJECT", "The project is of another programme");
            }
            if (request.endsAt().instant().isBefore(request.startsAt().instant())) {
                draft.errors().add("/endsAt", "ENDS_BEFORE_START", "Must not be before startsAt");
            }
        }
        checkChanges(drafts);
    }

    /** What depends on an event must have room in what it becomes. Holds the events, so that it stays so. */
    private void checkChanges(List<Draft<EventRequest>> drafts) {
        Map<UUID, EventRequest> before = events
                .locked(drafts.stream().map(Draft::id).toList())
                .stream()
                .collect(Collectors.toMap(Event::id, this::request));
        List<Draft<EventRequest>> smaller = new ArrayList<>();
        List<Draft<EventRequest>> atOtherTimes = new ArrayList<>();
        for (Draft<EventRequest> draft : drafts) {
            EventRequest held = before.get(draft.id());
            EventRequest request = draft.request();
            if (held != null
                    && request.capacity() != null
                    && (held.capacity() == null || request.capacity() < held.capacity())) {
                smaller.add(draft);
            }
            if (held != null
                    && !(held.startsAt().equals(request.startsAt())
                            && held.endsAt().equals(request.endsAt()))) {
                atOtherTimes.add(draft);
            }
        }
        checkPlaces(smaller);
        checkSessions(atOtherTimes, before);
    }

    private void checkPlaces(List<Draft<EventRequest>> smaller) {
        Map<UUID, Long> confirmed =
                dependents.confirmed(smaller.stream().map(Draft::id).toList());
        for (Draft<EventRequest> draft : smaller) {
            long taken = confirmed.getOrDefault(draft.id(), 0L);
            if (draft.request().capacity() < taken) {
                draft.errors()
                        .add("/capacity", "CAPACITY_BELOW_CONFIRMED", taken + " participants have a place already");
            }
        }
    }

    private void checkSessions(List<Draft<EventRequest>> atOtherTimes, Map<UUID, EventRequest> before) {
        Map<UUID, Dependents.Span> sessions =
                dependents.sessions(atOtherTimes.stream().map(Draft::id).toList());
        for (Draft<EventRequest> draft : atOtherTimes) {
            Dependents.Span span = sessions.get(draft.id());
            Errors errors = draft.errors();
            if (span != null && errors.isEmpty()) {
                Shift shift = Shift.between(before.get(draft.id()), draft.request());
                boolean fits = !shift.applyTo(span.from())
                                .isBefore(draft.request().startsAt().instant())
                        && !shift.applyTo(span.to())
                                .isAfter(draft.request().endsAt().instant());
                if (!fits) {
                    errors.add(
                            "/startsAt",
                            "SESSIONS_OUTSIDE_EVENT",
                            "Sessions of the event would lie outside of it: change them first, or move start and end"
                                    + " by the same");
                }
            }
        }
    }

    /**
     * A row names one incentive, and nothing more of it: what is known of that one, and any further ones, stay. So does how
     * one registers, if the row does not say it.
     */
    @Override
    protected EventRequest onto(EventRequest held, EventRequest row) {
        List<Incentive> incentives = new ArrayList<>(held.incentives());
        boolean same = !incentives.isEmpty()
                && !row.incentives().isEmpty()
                && incentives.get(0).type() == row.incentives().get(0).type();
        if (!same) {
            incentives.subList(0, Math.min(1, incentives.size())).clear();
            incentives.addAll(0, row.incentives());
        }
        return row.with(row.registrationMode() == null ? held.registrationMode() : row.registrationMode(), incentives);
    }

    /** An event of a project is of the project's programme, whether the request says so or not. */
    private EventRequest placed(EventRequest request) {
        if (request.projectId() == null || request.programmeId() != null) {
            return request;
        }
        return request.in(projects.findById(request.projectId()).programmeId());
    }
}
