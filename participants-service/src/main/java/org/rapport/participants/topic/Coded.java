package org.rapport.participants.topic;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** What is coded with a topic. */
@MappedSuperclass
public abstract class Coded extends Aggregate {

    private String topic;

    /** Whether its topic has got another code that has not been published yet. */
    private boolean recoded;

    /** The participant's, kept by the database for matching; '' if it is not known. */
    @Column(insertable = false, updatable = false)
    private String language;

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

    public String language() {
        return language;
    }

    void published() {
        recoded = false;
    }
}
