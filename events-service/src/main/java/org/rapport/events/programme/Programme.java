package org.rapport.events.programme;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** A line of work that holds projects and events. */
@Entity
public class Programme extends Aggregate {

    private String title;

    /** For Hibernate. */
    protected Programme() {}

    Programme(UUID id, ProgrammeRequest request) {
        super(id);
        describe(request);
    }

    final void describe(ProgrammeRequest request) {
        title = request.title();
    }

    String title() {
        return title;
    }

    @Override
    public ProgrammeState eventData() {
        return new ProgrammeState(id(), title);
    }

    /** What other services learn of a programme. */
    record ProgrammeState(UUID id, String title) {}
}
