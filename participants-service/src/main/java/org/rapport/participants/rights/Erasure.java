package org.rapport.participants.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.idempotency.IdempotencyKeys;
import org.rapport.kit.outbox.Outbox;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.participants.duplicate.Dismissals;
import org.rapport.participants.participant.Participant;
import org.rapport.participants.participant.ParticipantStatus;
import org.rapport.participants.participant.Participants;
import org.rapport.participants.rights.ErasureRecord.Reason;

/**
 * Erases people: the one place where all that this service holds on somebody ends, at once and in one transaction. The
 * other services follow the event that says so.
 */
@ApplicationScoped
class Erasure {

    private static final String PARTICIPANT = "participant";

    private final Participants participants;
    private final Instance<FollowingWriter<?, ?>> writers;
    private final Outbox outbox;
    private final IdempotencyKeys idempotencyKeys;
    private final Dismissals dismissals;
    private final EntityManager entityManager;

    Erasure(
            Participants participants,
            @Any Instance<FollowingWriter<?, ?>> writers,
            Outbox outbox,
            IdempotencyKeys idempotencyKeys,
            Dismissals dismissals,
            EntityManager entityManager) {
        this.participants = participants;
        this.writers = writers;
        this.outbox = outbox;
        this.idempotencyKeys = idempotencyKeys;
        this.dismissals = dismissals;
        this.entityManager = entityManager;
    }

    /** Erases a participant, and whoever was merged into them, in the caller's transaction; false if they are not in use. */
    boolean erase(UUID id, String by, Reason reason) {
        List<Participant> same = participants.lock(Set.of(id));
        boolean inUse = same.stream()
                .anyMatch(
                        participant -> participant.id().equals(id) && participant.status() == ParticipantStatus.ACTIVE);
        if (!inUse) {
            return false;
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        for (Participant participant : same) {
            Map<String, Integer> erased = new TreeMap<>(Map.of("participants", 1));
            for (FollowingWriter<?, ?> writer : writers) {
                erased.put(writer.collection(), writer.follow(PARTICIPANT, participant.id(), null));
            }
            participant.erase();
            entityManager.persist(new ErasureRecord(participant.id(), id, now, by, reason, erased));
        }
        entityManager.flush();
        for (Participant participant : same) {
            outbox.publishErased(PARTICIPANT, participant.id(), Map.of(participant.id(), participant.version()));
        }
        Set<UUID> ids = same.stream().map(Aggregate::id).collect(Collectors.toSet());
        dismissals.forget(ids);
        idempotencyKeys.forgetAnswersNaming(ids);
        return true;
    }
}
