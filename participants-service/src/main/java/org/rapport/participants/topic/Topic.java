package org.rapport.participants.topic;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** A topic of the taxonomy that needs and offers are coded with. */
@Entity
public class Topic extends Aggregate {

    private String code;
    private String label;
    private String broader;

    /** For Hibernate. */
    protected Topic() {}

    Topic(UUID id, TopicRequest request) {
        super(id);
        describe(request);
    }

    final void describe(TopicRequest request) {
        code = request.code();
        label = request.label();
        broader = request.broader();
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    String broader() {
        return broader;
    }

    @Override
    public TopicState eventData() {
        return new TopicState(id(), code, label, broader);
    }

    /** What other services learn of a topic. */
    record TopicState(UUID id, String code, String label, String broader) {}
}
