package org.rapport.events.event;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rapport.events.programme.Programmes;
import org.rapport.events.project.Projects;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;

/** Writes events. */
@Singleton
class EventWriter extends Writer<EventRequest, Event> {

    private final Programmes programmes;
    private final Projects projects;

    EventWriter(Writing writing, Programmes programmes, Projects projects) {
        super(writing, Event.class, "org.rapport.event.scheduled.v1", "org.rapport.event.changed.v1");
        this.programmes = programmes;
        this.projects = projects;
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
            if (request.endsAt().isBefore(request.startsAt())) {
                draft.errors().add("/endsAt", "ENDS_BEFORE_START", "Must not be before startsAt");
            }
        }
    }

    /** A row names one incentive, and nothing more of it: what is known of that one, and any further ones, stay. */
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
        return row.with(row.programmeId(), incentives);
    }

    /** An event of a project is of the project's programme, whether the request says so or not. */
    private EventRequest placed(EventRequest request) {
        if (request.projectId() == null || request.programmeId() != null) {
            return request;
        }
        return request.with(projects.findById(request.projectId()).programmeId(), request.incentives());
    }
}
