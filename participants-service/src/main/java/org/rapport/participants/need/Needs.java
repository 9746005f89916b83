package org.rapport.participants.need;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All needs. */
@ApplicationScoped
class Needs implements PanacheRepositoryBase<Need, UUID> {

    /** What a participant needed at a time, the earliest declared first. */
    List<Need> openAt(UUID participantId, Instant at) {
        return list("participantId = ?1 and declaredAt <= ?2 order by declaredAt, id", participantId, at).stream()
                .filter(need -> need.wasOpen(at))
                .toList();
    }
}
