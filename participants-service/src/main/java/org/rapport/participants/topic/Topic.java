package org.rapport.participants.topic;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/**
 * A topic of the taxonomy that needs and offers are coded with. It can change its code and be merged into another; who
 * knows it by a former code finds it still.
 */
@Entity
public class Topic extends Aggregate {

    private String code;
    private String label;
    private String broader;
    private UUID mergedIntoId;

    @ElementCollection
    @CollectionTable(name = "topic_former_code", joinColumns = @JoinColumn(name = "topic_id"))
    @Column(name = "code")
    private Set<String> formerCodes = new TreeSet<>();

    /** For Hibernate. */
    protected Topic() {}

    Topic(UUID id, TopicRequest request) {
        super(id);
        describe(request);
    }

    final void describe(TopicRequest request) {
        if (code != null && !code.equals(request.code())) {
            formerCodes.remove(request.code());
            formerCodes.add(code);
        }
        code = request.code();
        label = request.label();
        broader = request.broader();
    }

    void moveBeneath(String broader) {
        this.broader = broader;
    }

    /** Gives up its place. Its codes are the other's from then on: {@link #takeCodes}. */
    Set<String> mergeInto(Topic survivor) {
        Set<String> codes = new TreeSet<>(formerCodes);
        codes.add(code);
        formerCodes.clear();
        mergedIntoId = survivor.id();
        broader = null;
        return codes;
    }

    void takeCodes(Set<String> codes) {
        formerCodes.addAll(codes);
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

    /** The topic that this one was merged into; null for those in use. */
    UUID mergedIntoId() {
        return mergedIntoId;
    }

    List<String> formerCodes() {
        return formerCodes.stream().sorted().toList();
    }

    @Override
    public TopicState eventData() {
        return new TopicState(id(), code, label, broader, formerCodes(), mergedIntoId);
    }

    /** What other services learn of a topic. */
    record TopicState(
            UUID id, String code, String label, String broader, List<String> formerCodes, UUID mergedIntoId) {}
}
