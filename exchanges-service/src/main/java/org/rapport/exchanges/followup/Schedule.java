package org.rapport.exchanges.followup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.rapport.kit.exclusive.Chore;
import org.rapport.kit.json.Uuids;

/**
 * Decides who is asked when: whoever attended an event and, so that no effect is manufactured by asking those only, whoever
 * was to come and did not. What is known of that comes in any order and changes; so not the news is acted on, but whatever of
 * the schedule does not fit what is known by now.
 */
@Singleton
class Schedule implements Chore {

    private static final int CHECKS = 100;
    private static final int CHUNK = 5_000;

    /** What is in the way for a person {@code c}. */
    private static final String OF_PERSON = """
            when c.left_at <= now() then 'LEFT'
            when c.may_contact is not true then 'NO_CONSENT'
            else c.unreachable end""";

    /** Those who are to be asked and are not in the schedule; waves that would be over already are left out. */
    private static final String MISSING = """
            select i.event_id, i.participant_id, w.days, e.ends_at + w.days * interval '24 hours' as due_at,
                   case %s as obstacle
              from (select distinct event_id, participant_id from involvement
                     where counts and (event_id = any (:events) or participant_id = any (:participants))) i
              join followed_event e on e.event_id = i.event_id and e.held
              join contact c on c.participant_id = i.participant_id and not c.gone
              left join follow_up_plan p on p.event_id = i.event_id
             cross join unnest(coalesce(p.days, cast(:days as integer[]))) w (days)
             where e.ends_at + w.days * interval '24 hours' + :open * interval '1 second' > now()
               and not exists (select from follow_up f where f.event_id = i.event_id
                                  and f.participant_id = i.participant_id and f.days = w.days)
               and not exists (select from reference_replica r where r.kind = 'participant'
                                  and r.id = i.participant_id and r.gone)
             limit :chunk""".formatted(OF_PERSON);

    /** What of the schedule is not as it should be. */
    private static final String MISPLACED = """
            select f.id, coalesce(d.due_at, f.due_at) as due_at, d.obstacle
              from follow_up f
              left join followed_event e on e.event_id = f.event_id
              left join contact c on c.participant_id = f.participant_id
              left join follow_up_plan p on p.event_id = f.event_id
             cross join lateral (select e.ends_at + f.days * interval '24 hours' as due_at, case
                   when e.held is not true then 'EVENT_NOT_HELD'
                   when not exists (select from involvement i where i.event_id = f.event_id
                                       and i.participant_id = f.participant_id and i.counts) then 'NOT_INVOLVED'
                   when f.days <> all (coalesce(p.days, cast(:days as integer[]))) then 'NOT_PLANNED'
                   %s as obstacle) d
             where f.answered_at is null and (f.status <> 'CLOSED' or f.sent_at is null)
               and (f.event_id = any (:events) or f.participant_id = any (:participants))
               and (f.obstacle is distinct from d.obstacle
                    or f.sent_at is null and d.due_at is not null and f.due_at <> d.due_at)
             limit :chunk""".formatted(OF_PERSON);

    private final EntityManager entityManager;
    private final FollowUpWriter writer;
    private final FollowUpConfig config;

    Schedule(EntityManager entityManager, FollowUpWriter writer, FollowUpConfig config) {
        this.entityManager = entityManager;
        this.writer = writer;
        this.config = config;
    }

    private record Check(String kind, UUID id) {}

    /** Has the schedule of an event looked at again, when the caller's transaction commits. */
    void check(UUID event) {
        entityManager
                .createNativeQuery("insert into follow_up_check (kind, id) values ('event', :id)"
                        + " on conflict (kind, id) do update set noticed_at = now()")
                .setParameter("id", event)
                .executeUpdate();
    }

    @Override
    public boolean doSome() {
        return mendSome() | closeSome();
    }

    /** Mends some of what does not fit; false if all does. */
    private boolean mendSome() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Check> checks = checks();
            if (checks.isEmpty()) {
                return false;
            }
            UUID[] events = ids(checks, "event");
            UUID[] participants = ids(checks, "participant");
            boolean whole = add(events, participants) < CHUNK && move(events, participants) < CHUNK;
            if (whole) {
                entityManager
                        .createNativeQuery("delete from follow_up_check where kind = 'event' and id = any (:events)"
                                + " or kind = 'participant' and id = any (:participants)")
                        .setParameter("events", events)
                        .setParameter("participants", participants)
                        .executeUpdate();
            }
            return true;
        });
    }

    private List<Check> checks() {
        return session()
                .createNativeQuery(
                        "select kind, id from follow_up_check order by noticed_at limit :some for update skip locked",
                        Object[].class)
                .setParameter("some", CHECKS)
                .getResultStream()
                .map(row -> new Check((String) row[0], (UUID) row[1]))
                .toList();
    }

    private static UUID[] ids(List<Check> checks, String kind) {
        return checks.stream()
                .filter(check -> check.kind().equals(kind))
                .map(Check::id)
                .toArray(UUID[]::new);
    }

    private int add(UUID[] events, UUID[] participants) {
        Instant now = Instant.now();
        List<FollowUp> missing = new ArrayList<>();
        List<Object[]> rows = session()
                .createNativeQuery(MISSING, Object[].class)
                .addScalar("event_id", UUID.class)
                .addScalar("participant_id", UUID.class)
                .addScalar("days", Integer.class)
                .addScalar("due_at", Instant.class)
                .addScalar("obstacle", String.class)
                .setParameter("events", events)
                .setParameter("participants", participants)
                .setParameter("days", days())
                .setParameter("open", config.openFor().toSeconds())
                .setParameter("chunk", CHUNK)
                .getResultList();
        Set<UUID> gone = gone(rows.stream().map(row -> (UUID) row[1]));
        for (Object[] row : rows) {
            if (!gone.contains(row[1])) {
                FollowUp followUp = new FollowUp(Uuids.next(), (UUID) row[0], (UUID) row[1], (Integer) row[2]);
                plan(followUp, (Instant) row[3], (String) row[4], now);
                missing.add(followUp);
            }
        }
        writer.schedule(missing);
        return rows.size();
    }

    /** Those who have been erased or merged; until the end of the transaction, nobody follows that of the others. */
    private Set<UUID> gone(Stream<UUID> participants) {
        return new HashSet<>(session()
                .createNativeQuery(
                        "select case when gone then id end as id from reference_replica"
                                + " where kind = 'participant' and id = any (:ids) order by id for key share",
                        UUID.class)
                .setParameter("ids", participants.distinct().toArray(UUID[]::new))
                .getResultList());
    }

    private int move(UUID[] events, UUID[] participants) {
        Instant now = Instant.now();
        Map<UUID, Object[]> places = new LinkedHashMap<>();
        NativeQuery<Object[]> query = session()
                .createNativeQuery(MISPLACED, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("due_at", Instant.class)
                .addScalar("obstacle", String.class);
        query.setParameter("events", events)
                .setParameter("participants", participants)
                .setParameter("days", days())
                .setParameter("chunk", CHUNK)
                .getResultList()
                .forEach(row -> places.put((UUID) row[0], row));
        List<FollowUp> moved = lock(places.keySet());
        moved.removeIf(FollowUp::isAnswered);
        moved.forEach(followUp -> {
            Object[] place = places.get(followUp.id());
            plan(followUp, (Instant) place[1], (String) place[2], now);
        });
        writer.progressed(moved);
        return places.size();
    }

    private void plan(FollowUp followUp, Instant due, String obstacle, Instant now) {
        followUp.plan(due, due.plus(config.openFor()), obstacle == null ? null : Obstacle.valueOf(obstacle), now);
    }

    /** Closes some of those whose time is over; false if there are none. */
    private boolean closeSome() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> ids = session()
                    .createNativeQuery(
                            "select id from follow_up where status in ('SCHEDULED', 'SUSPENDED', 'SENT', 'BOUNCED')"
                                    + " and closes_at <= now() order by closes_at limit :chunk",
                            UUID.class)
                    .setParameter("chunk", CHUNK)
                    .getResultList();
            List<FollowUp> over = lock(ids);
            over.removeIf(FollowUp::isAnswered);
            over.forEach(followUp -> followUp.stand(Instant.now()));
            writer.progressed(over);
            return !ids.isEmpty();
        });
    }

    /** Whatever was typed about others is needed only as long as it can be changed; the exchanges hold what was sent. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetChoices() {
        entityManager
                .createNativeQuery("delete from follow_up_choice c using follow_up f"
                        + " where f.id = c.follow_up_id and f.closes_at <= now()")
                .executeUpdate();
    }

    private List<FollowUp> lock(Collection<UUID> ids) {
        return ids.isEmpty()
                ? new ArrayList<>()
                : new ArrayList<>(entityManager
                        .createQuery("select e from FollowUp e where e.id in :ids order by e.id", FollowUp.class)
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList());
    }

    private Integer[] days() {
        return config.days().toArray(Integer[]::new);
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
