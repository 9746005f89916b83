package org.rapport.kit.thing;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** An aggregate without a domain. */
@Entity
public class Thing extends Aggregate {

    private String name;
    private String note;

    protected Thing() {}

    public Thing(UUID id, String name) {
        super(id);
        this.name = name;
    }

    String name() {
        return name;
    }

    public void rename(String to) {
        name = to;
    }

    @Override
    public Object eventData() {
        return new State(id(), name, note);
    }

    record State(UUID id, String name, String note) {}
}
