package org.rapport.participants.topic;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.rapport.kit.exclusive.Chore;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;

/**
 * Writes what is coded with a topic: under the topic's present code, whichever the client knows it by, and under its next
 * code when it changes. Who follows a topic follows in the same transaction; there may be a hundred thousand of them, so
 * they are published afterwards.
 */
public abstract class CodedWriter<R extends CodedRequest<R>, E extends Coded> extends FollowingWriter<R, E>
        implements Chore {

    private static final int MANY = 10_000;
    private static final int SOME = 500;

    private final Topics topics;

    protected CodedWriter(
            Writing writing,
            Function<Collection<UUID>, Map<UUID, UUID>> successors,
            Topics topics,
            Class<E> type,
            String collection,
            String createdEvent,
            String changedEvent) {
        super(writing, successors, type, collection, createdEvent, changedEvent);
        this.topics = topics;
    }

    @Override
    protected List<Draft<R>> resolve(List<Draft<R>> drafts) {
        Map<String, String> present = topics.present(
                drafts.stream().map(draft -> draft.request().topic()).toList());
        return super.resolve(drafts).stream()
                .map(draft -> resolve(draft, present))
                .toList();
    }

    private Draft<R> resolve(Draft<R> draft, Map<String, String> present) {
        String code = draft.request().topic();
        return new Draft<>(draft.id(), draft.request().withTopic(present.getOrDefault(code, code)), draft.errors());
    }

    /** Not all with one statement, which would be given up for taking too long. */
    void follow(@Observes Recoded topic) {
        Query update = entityManager()
                .createQuery("""
                        update versioned %1$s e set e.topic = :present, e.recoded = true, e.updatedAt = :now
                         where e.id in (select f.id from %1$s f where f.topic = :former order by f.id limit %2$d)""".formatted(type().getSimpleName(), MANY))
                .setParameter("former", topic.from())
                .setParameter("present", topic.to())
                .setParameter("now", Instant.now());
        while (update.executeUpdate() == MANY) {}
    }

    /** Publishes some of those that have followed. */
    @Override
    public boolean doSome() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<E> some = entityManager()
                    .unwrap(Session.class)
                    .createSelectionQuery(
                            "select e from " + type().getSimpleName() + " e where e.recoded = true", type())
                    .setMaxResults(SOME)
                    .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                    .getResultList();
            some.forEach(Coded::published);
            publish(changedEvent(), some);
            return !some.isEmpty();
        });
    }
}
