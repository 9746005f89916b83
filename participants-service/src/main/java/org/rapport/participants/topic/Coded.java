package org.rapport.participants.topic;

import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** What is coded with a topic. */
@MappedSuperclass
public abstract class Coded extends Aggregate {

    private String topic;

    /** Whether its topic has got another code that has not been published yet. */
    private boolean recoded;

    /** For Hibernate. */
    protected Coded() {}

    protected Coded(UUID id) {
        super(id);
    }

    protected final void code(String code) {
        topic = code;
    }

    public String topic() {
        return topic;
    }

    void published() {
        recoded = false;
    }
}
