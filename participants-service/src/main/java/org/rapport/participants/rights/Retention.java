package org.rapport.participants.rights;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.rapport.kit.json.Times;
import org.rapport.participants.participant.Participant;
import org.rapport.participants.participant.Participants;
import org.rapport.participants.rights.ErasureRecord.Reason;

/**
 * Erases those who left so long ago that nothing may be kept of them. That is announced first, so that somebody can see
 * who it will be, and say that one has not left at all.
 */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int SOME = 500;
    private static final String BY = "retention";

    private final RetentionConfig config;
    private final Participants participants;
    private final EntityManager entityManager;
    private final Erasure erasure;

    Retention(RetentionConfig config, Participants participants, EntityManager entityManager, Erasure erasure) {
        this.config = config;
        this.participants = participants;
        this.entityManager = entityManager;
        this.erasure = erasure;
    }

    boolean isConfigured() {
        return config.participantAfterLeft().isPresent();
    }

    /** When a participant whose erasure is announced is erased; empty if everybody is kept. */
    Optional<Instant> erasesAt(Participant participant) {
        return config.participantAfterLeft()
                .map(kept -> Times.later(
                        plus(participant.leftAt(), kept),
                        plus(participant.retentionAnnouncedAt(), config.announced())));
    }

    @Scheduled(every = "{rapport.retention.every:24h}", delayed = "10m")
    void enforce() {
        enforce(Instant.now());
    }

    /** Takes back what was announced and does not apply any more, erases whom it is time for, and announces others. */
    void enforce(Instant now) {
        Instant left = config.participantAfterLeft()
                .map(kept -> plus(minus(now, kept), config.announced()))
                .orElse(Instant.EPOCH);
        inTransaction(
                "update participant set retention_announced_at = null where retention_announced_at is not null"
                        + " and left_at > :left",
                left);
        eraseDue(now);
        int announced;
        do {
            announced = inTransaction(
                    "update participant set retention_announced_at = now() where id in ("
                            + "select id from participant where status = 'ACTIVE' and left_at <= :left"
                            + " and retention_announced_at is null order by id limit " + SOME + ")",
                    left);
        } while (announced > 0);
    }

    private int inTransaction(String update, Instant left) {
        return QuarkusTransaction.requiringNew().call(() -> entityManager
                .createNativeQuery(update)
                .setParameter("left", left)
                .executeUpdate());
    }

    private void eraseDue(Instant now) {
        int erased = 0;
        List<UUID> due = announced(new UUID(0, 0), now);
        while (!due.isEmpty()) {
            for (UUID id : due) {
                erased += eraseIfDue(id, now) ? 1 : 0;
            }
            due = announced(due.get(due.size() - 1), now);
        }
        if (erased > 0) {
            LOG.infof("Erased %d participants of whom nothing may be kept any longer", erased);
        }
    }

    private List<UUID> announced(UUID after, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> entityManager
                .createQuery(
                        "select e.id from Participant e where e.retentionAnnouncedAt <= :announced and e.id > :after"
                                + " order by e.id",
                        UUID.class)
                .setParameter("announced", minus(now, config.announced()))
                .setParameter("after", after)
                .setMaxResults(SOME)
                .getResultList());
    }

    /** One at a time: if one cannot be erased now, the others still are, and it is tried again the next time. */
    private boolean eraseIfDue(UUID id, Instant now) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                boolean isDue = participants.lock(Set.of(id)).stream()
                        .filter(participant -> participant.id().equals(id))
                        .anyMatch(participant -> isDue(participant, now));
                return isDue && erasure.erase(id, BY, Reason.RETENTION);
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "A participant of whom nothing may be kept could not be erased: %s", id);
            return false;
        }
    }

    private boolean isDue(Participant participant, Instant now) {
        return participant.retentionAnnouncedAt() != null
                && erasesAt(participant).filter(time -> !time.isAfter(now)).isPresent();
    }

    private static Instant plus(Instant instant, Period period) {
        return instant.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }

    private static Instant minus(Instant instant, Period period) {
        return instant.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }
}
