package org.rapport.events.attendance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.rapport.kit.replica.References;

/** Says at the close of an event who did not come. */
@ApplicationScoped
public class Closing {

    private static final int CHUNK = 500;

    private static final String CONFIRMED = """
            select participant_id from registration
             where event_id = :event and status = 'CONFIRMED' and participant_id > :after
             order by participant_id limit :limit""";

    /** As whoever checks them in does, so that of both the later one knows of the other. */
    private static final String LOCK = """
            select participant_id from registration
             where event_id = :event and status = 'CONFIRMED' and participant_id = any (:participants)
             order by participant_id for no key update""";

    private static final String WITHOUT_ANY_ATTENDANCE = """
            select p from unnest(:participants) p
             where not exists (select from attendance a where a.event_id = :event and a.participant_id = p)
             order by p""";

    private final EntityManager entityManager;
    private final AttendanceWriter writer;
    private final References references;

    Closing(EntityManager entityManager, AttendanceWriter writer, References references) {
        this.entityManager = entityManager;
        this.writer = writer;
        this.references = references;
    }

    /**
     * Records a NO_SHOW for each confirmed registration of which no attendance is known, neither of the event nor of a
     * session. It may be repeated: what is known meanwhile stays. Needs no transaction, and commits some hundred at a time.
     *
     * @return how many did not come
     */
    public long close(UUID event) {
        long absent = 0;
        UUID after = new UUID(0, 0);
        while (after != null) {
            UUID from = after;
            Chunk chunk = QuarkusTransaction.requiringNew().call(() -> chunk(event, from));
            absent += chunk.absent();
            after = chunk.last();
        }
        return absent;
    }

    /**
     * Some of the confirmed.
     *
     * @param last where the next begin; null if there are none
     */
    private record Chunk(int absent, UUID last) {}

    private Chunk chunk(UUID event, UUID after) {
        List<UUID> page = query(CONFIRMED, event)
                .setParameter("after", after)
                .setParameter("limit", CHUNK)
                .getResultList();
        Set<UUID> present = new HashSet<>(page);
        present.removeAll(references.missing("participant", page));
        List<UUID> confirmed = among(LOCK, event, present);
        List<UUID> absent = among(WITHOUT_ANY_ATTENDANCE, event, confirmed);
        writer.recordFirst(absent.stream()
                .map(participant ->
                        new AttendanceRequest(event, null, participant, AttendanceStatus.NO_SHOW, null, null, null))
                .toList());
        return new Chunk(absent.size(), page.size() < CHUNK ? null : page.get(CHUNK - 1));
    }

    private List<UUID> among(String sql, UUID event, Collection<UUID> participants) {
        return query(sql, event)
                .setParameter("participants", participants.toArray(UUID[]::new))
                .getResultList();
    }

    private NativeQuery<UUID> query(String sql, UUID event) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(sql, UUID.class)
                .setParameter("event", event);
    }
}
