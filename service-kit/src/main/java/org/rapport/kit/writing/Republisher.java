package org.rapport.kit.writing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.consuming.Event;

/** Publishes the present state of all aggregates again, for consumers that Kafka cannot give everything any more. */
@Singleton
class Republisher {

    private static final Logger LOG = Logger.getLogger(Republisher.class);
    private static final int PAGE = 500;

    private final EntityManager entityManager;
    private final Map<String, Writer<?, ?>> writers = new TreeMap<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    Republisher(EntityManager entityManager, @Any Instance<Writer<?, ?>> writers) {
        this.entityManager = entityManager;
        writers.forEach(writer -> this.writers.put(Event.kind(writer.changedEvent()), writer));
    }

    Set<String> kinds() {
        return writers.keySet();
    }

    /** Begins to publish these kinds, unless that goes on already; it ends in the background. */
    boolean start(Set<String> kinds) {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        Thread thread = new Thread(() -> republish(kinds), "republisher");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void republish(Set<String> kinds) {
        try {
            for (String kind : kinds) {
                LOG.infof("Published %d of kind %s again", republish(writers.get(kind)), kind);
            }
        } catch (RuntimeException e) {
            LOG.error("Not everything could be published again", e);
        } finally {
            running.set(false);
        }
    }

    private long republish(Writer<?, ?> writer) {
        long count = 0;
        List<UUID> page = page(writer.type(), new UUID(0, 0));
        while (!page.isEmpty() && !stopped) {
            List<UUID> ids = page;
            Set<UUID> busy = new HashSet<>(ids);
            QuarkusTransaction.requiringNew().run(() -> busy.removeAll(publishFree(writer, ids)));
            for (UUID id : busy) {
                QuarkusTransaction.requiringNew().run(() -> publish(writer, id));
            }
            count += ids.size();
            page = page(writer.type(), ids.get(ids.size() - 1));
        }
        return count;
    }

    private List<UUID> page(Class<? extends Aggregate> type, UUID after) {
        return QuarkusTransaction.requiringNew().call(() -> entityManager
                .createQuery(
                        "select e.id from " + type.getSimpleName() + " e where e.id > :after order by e.id", UUID.class)
                .setParameter("after", after)
                .setMaxResults(PAGE)
                .getResultList());
    }

    /**
     * Publishes those that nobody changes at the moment, and keeps it so: what is published must not be older than what
     * stands before it in the outbox.
     */
    private <E extends Aggregate> List<UUID> publishFree(Writer<?, E> writer, List<UUID> ids) {
        List<E> free = entityManager
                .unwrap(Session.class)
                .createSelectionQuery(
                        "select e from " + writer.type().getSimpleName() + " e where e.id in :ids", writer.type())
                .setParameter("ids", ids)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
        writer.republish(free);
        List<UUID> published = new ArrayList<>();
        free.forEach(aggregate -> published.add(aggregate.id()));
        return published;
    }

    /** Waits for whoever changes it: one at a time, so that no two can wait for each other. */
    private <E extends Aggregate> void publish(Writer<?, E> writer, UUID id) {
        E aggregate = entityManager.find(writer.type(), id, LockModeType.PESSIMISTIC_WRITE);
        if (aggregate != null) {
            writer.republish(List.of(aggregate));
        }
    }
}
