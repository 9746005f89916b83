package org.rapport.exchanges.introduction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.rapport.kit.exclusive.Chore;

/**
 * Ends introductions that nobody ends: of those who have met, of those of whom one lets nobody see their profile any more, and
 * those whose time has come.
 */
@Singleton
class OpenIntroductions implements Chore {

    private static final int SOME = 200;
    private static final String IS_OPEN = " e.status in (IntroductionStatus.PROPOSED, IntroductionStatus.ACCEPTED) ";

    private final EntityManager entityManager;
    private final IntroductionWriter writer;

    OpenIntroductions(EntityManager entityManager, IntroductionWriter writer) {
        this.entityManager = entityManager;
        this.writer = writer;
    }

    @Override
    public boolean doSome() {
        return meetSome() | endSomeOfThoseWhoWithdrew() | expireSome();
    }

    private boolean meetSome() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<UUID, Instant> met = new HashMap<>();
            entityManager
                    .unwrap(Session.class)
                    .createNativeQuery(
                            "select introduction_id, met_at from introduction_met order by introduction_id limit "
                                    + SOME,
                            Object[].class)
                    .addScalar("introduction_id", UUID.class)
                    .addScalar("met_at", Instant.class)
                    .getResultList()
                    .forEach(row -> met.put((UUID) row[0], (Instant) row[1]));
            if (met.isEmpty()) {
                return false;
            }
            List<Introduction> introductions = open("e.id in :ids", "ids", met.keySet());
            introductions.forEach(introduction -> introduction.meet(met.get(introduction.id())));
            writer.changedByItself(introductions);
            entityManager
                    .createNativeQuery("delete from introduction_met where introduction_id in (:ids)")
                    .setParameter("ids", met.keySet())
                    .executeUpdate();
            return true;
        });
    }

    private boolean endSomeOfThoseWhoWithdrew() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> people = entityManager
                    .unwrap(Session.class)
                    .createNativeQuery(
                            "select participant_id from profile_sharing where pending order by participant_id limit 1"
                                    + " for update",
                            UUID.class)
                    .getResultList();
            if (people.isEmpty()) {
                return false;
            }
            List<Introduction> introductions =
                    open("(e.participantAId in :people or e.participantBId in :people)", "people", people);
            introductions.forEach(Introduction::expire);
            writer.changedByItself(introductions);
            if (introductions.size() < SOME) {
                entityManager
                        .createNativeQuery(
                                "update profile_sharing set pending = false where participant_id in (:people)")
                        .setParameter("people", people)
                        .executeUpdate();
            }
            return true;
        });
    }

    private boolean expireSome() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Introduction> introductions = open("e.expiresAt < :now", "now", Instant.now());
            introductions.forEach(Introduction::expire);
            writer.changedByItself(introductions);
            return !introductions.isEmpty();
        });
    }

    private List<Introduction> open(String condition, String parameter, Object value) {
        return new ArrayList<>(entityManager
                .createQuery(
                        "select e from Introduction e where" + IS_OPEN + "and " + condition + " order by e.id",
                        Introduction.class)
                .setParameter(parameter, value)
                .setMaxResults(SOME)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList());
    }
}
