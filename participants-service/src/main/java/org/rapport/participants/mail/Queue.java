package org.rapport.participants.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.rapport.participants.participant.Addressee;
import org.rapport.participants.participant.Addressees;

/**
 * What waits to be sent. A mail is claimed, sent, and marked as sent, each in a transaction of its own: should a crash come
 * between the last two, it is sent again, under the same Message-ID, by which whoever gets it twice can tell.
 */
@Singleton
class Queue {

    /** What is claimed is due again after a while, longer each time, in case nothing more is heard of it. */
    private static final String CLAIM = """
            update invitation
               set attempts = attempts + 1,
                   next_attempt_at = now() + least(:seconds * power(2, least(attempts, 12)), 3600) * interval '1 second'
             where id = (select id from invitation where status = 'QUEUED' and next_attempt_at <= now()
                          order by next_attempt_at, id limit 1 for update skip locked)
            returning id""";

    private static final String UNCLAIM =
            "update invitation set attempts = attempts - 1, next_attempt_at = now() where id = :id and status = 'QUEUED'";

    private final EntityManager entityManager;
    private final InvitationWriter writer;
    private final Addressees addressees;
    private final MailConfig config;

    Queue(EntityManager entityManager, InvitationWriter writer, Addressees addressees, MailConfig config) {
        this.entityManager = entityManager;
        this.writer = writer;
        this.addressees = addressees;
        this.config = config;
    }

    /** A mail with all that it takes to write it. */
    record Letter(Invitation invitation, Addressee to) {}

    /** The id of the next mail that is due; null if none is. */
    UUID claim() {
        Duration retryAfter = config.retryAfter();
        return QuarkusTransaction.requiringNew().call(() -> entityManager
                .unwrap(Session.class)
                .createNativeQuery(CLAIM, UUID.class)
                .setParameter("seconds", retryAfter.toMillis() / 1000.0)
                .getResultStream()
                .findFirst()
                .orElse(null));
    }

    /** As if the attempt had not been made: it failed for a reason that has nothing to do with this mail. */
    void unclaim(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> entityManager
                .createNativeQuery(UNCLAIM)
                .setParameter("id", id)
                .executeUpdate());
    }

    /** What is to be sent, to whom; null if that is over, or nobody may be written to. */
    Letter letter(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Invitation invitation = entityManager.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (invitation == null || !invitation.isQueued()) {
                return null;
            }
            if (invitation.expiresAt().isBefore(Instant.now())) {
                writer.settle(invitation, InvitationStatus.EXPIRED, now());
                return null;
            }
            Addressee to = addressees.of(invitation.participantId()).orElse(null);
            if (to == null) {
                writer.settle(invitation, InvitationStatus.REFUSED, now());
                return null;
            }
            return new Letter(invitation, to);
        });
    }

    void sent(UUID id) {
        settle(id, invitation -> writer.settle(invitation, InvitationStatus.SENT, now()));
    }

    void bounced(UUID id) {
        settle(id, invitation -> {
            writer.settle(invitation, InvitationStatus.BOUNCED, now());
            addressees.bounced(invitation.participantId());
        });
    }

    /** Unless the person has been erased meanwhile. */
    private void settle(UUID id, Consumer<Invitation> outcome) {
        QuarkusTransaction.requiringNew().run(() -> {
            Invitation invitation = entityManager.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (invitation != null && invitation.isQueued()) {
                outcome.accept(invitation);
            }
        });
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
