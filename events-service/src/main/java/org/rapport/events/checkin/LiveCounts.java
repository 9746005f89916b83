package org.rapport.events.checkin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Application;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.rapport.kit.problem.Problems;

/**
 * Counts those who are there, for as many as watch. All instances of the service see the same: each asks the database, once
 * in a while for each event that somebody watches, however many do.
 */
@ApplicationScoped
class LiveCounts {

    private static final Logger LOG = Logger.getLogger(LiveCounts.class);
    private static final int RETRY_AFTER_SECONDS = 30;

    private static final String COUNTS = """
            with last as (
                select distinct on (session_id, participant_id) session_id, direction
                  from check_in
                 where event_id = :event and reason is null
                 order by session_id, participant_id, happened_at desc, id desc)
            select session_id, count(*) as checked_in, count(*) filter (where direction = 'IN') as inside
              from last group by session_id order by session_id""";

    private final EntityManager entityManager;
    private final CheckInConfig config;
    private final Cache<UUID, CheckInCounts> taken;
    private final AtomicInteger watchers = new AtomicInteger();

    LiveCounts(EntityManager entityManager, CheckInConfig config) {
        this.entityManager = entityManager;
        this.config = config;
        // a moment less than the interval, so that the next beat finds it old
        this.taken = Caffeine.newBuilder()
                .expireAfterWrite(config.liveInterval().multipliedBy(9).dividedBy(10))
                .build();
    }

    /** The counts as they were at most an interval ago. */
    CheckInCounts of(UUID event) {
        return taken.get(event, this::take);
    }

    private CheckInCounts take(UUID event) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            long checkedIn = 0;
            long inside = 0;
            List<CheckInCounts.OfSession> sessions = new ArrayList<>();
            for (Object[] row : rows(event)) {
                if (row[0] == null) {
                    checkedIn = (Long) row[1];
                    inside = (Long) row[2];
                } else {
                    sessions.add(new CheckInCounts.OfSession((UUID) row[0], (Long) row[1], (Long) row[2]));
                }
            }
            return new CheckInCounts(event, confirmed(event), checkedIn, inside, sessions);
        });
    }

    private List<Object[]> rows(UUID event) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(COUNTS, Object[].class)
                .addScalar("session_id", UUID.class)
                .addScalar("checked_in", Long.class)
                .addScalar("inside", Long.class)
                .setParameter("event", event)
                .getResultList();
    }

    private long confirmed(UUID event) {
        return (Long) entityManager
                .createNativeQuery(
                        "select count(*) from registration where event_id = :event and status = 'CONFIRMED'",
                        Long.class)
                .setParameter("event", event)
                .getSingleResult();
    }

    /**
     * The counts now and whenever they change; empty beats in between, so that the connection is seen to be alive. Ends when
     * the service does; refuses more watchers than there may be.
     */
    Multi<Beat> watch(UUID event) {
        if (watchers.incrementAndGet() > config.maxWatchers()) {
            watchers.decrementAndGet();
            throw Problems.unavailable("Too many watch already", RETRY_AFTER_SECONDS);
        }
        AtomicReference<CheckInCounts> told = new AtomicReference<>();
        long silent = Math.max(
                1, config.heartbeat().toMillis() / config.liveInterval().toMillis());
        return Multi.createFrom()
                .ticks()
                .every(config.liveInterval())
                .onOverflow()
                .drop()
                .select()
                .first(tick -> Application.currentApplication().isStarted())
                .onItem()
                .transformToUniAndConcatenate(tick -> Uni.createFrom()
                        .item(() -> next(event, told, tick % silent == 0))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .onTermination()
                .invoke(watchers::decrementAndGet);
    }

    /**
     * What a watcher hears.
     *
     * @param counts null if they have not changed
     */
    record Beat(CheckInCounts counts) {}

    /** Nothing at all, if nothing has changed and it is not time for a sign of life; a database that is down is waited for. */
    private Beat next(UUID event, AtomicReference<CheckInCounts> told, boolean isSignDue) {
        CheckInCounts counts = null;
        try {
            counts = of(event);
        } catch (RuntimeException e) {
            LOG.debugf(e, "The counts of an event cannot be taken now");
        }
        if (counts != null && !counts.equals(told.getAndSet(counts))) {
            return new Beat(counts);
        }
        return isSignDue ? new Beat(null) : null;
    }
}
