package org.rapport.events.event;

import org.rapport.events.project.Project;

/** Whether an event is embedded in a longer project, or why it is not. */
enum Embedding {
    /** The project starts before the event and ends after it: the event is embedded. */
    WITHIN_PROJECT,
    NO_PROJECT,
    PROJECT_STARTS_TOO_LATE,
    PROJECT_ENDS_TOO_EARLY;

    /**
     * Of an event in this project.
     *
     * @param project null if it is in none
     */
    static Embedding of(Event event, Project project) {
        if (project == null) {
            return NO_PROJECT;
        }
        if (!project.startsAt().isBefore(event.startsAt())) {
            return PROJECT_STARTS_TOO_LATE;
        }
        return project.endsAt().isAfter(event.endsAt()) ? WITHIN_PROJECT : PROJECT_ENDS_TOO_EARLY;
    }
}
