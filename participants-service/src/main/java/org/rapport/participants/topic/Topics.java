package org.rapport.participants.topic;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The taxonomy. */
@ApplicationScoped
public class Topics implements PanacheRepositoryBase<Topic, UUID> {

    /** Those of the codes that no topic has. */
    public Set<String> missing(Collection<String> codes) {
        Set<String> missing = new HashSet<>(codes);
        if (!missing.isEmpty()) {
            byCode(codes).forEach(topic -> missing.remove(topic.code()));
        }
        return missing;
    }

    List<Topic> byCode(Collection<String> codes) {
        return list("code in ?1", codes);
    }
}
