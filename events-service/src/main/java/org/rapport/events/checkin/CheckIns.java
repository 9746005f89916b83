package org.rapport.events.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.rapport.events.Visibility;
import org.rapport.kit.paging.Condition;
import org.rapport.kit.paging.Cursor;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Page;
import org.rapport.kit.writing.Following;

/** All scans that are kept. */
@ApplicationScoped
class CheckIns implements Following {

    /** Locked, so that two doors that scan the same code at the same moment do not both find nobody inside. */
    private static final String ADMISSIONS = """
            select r.event_id, r.participant_id, r.status, e.status as event_status, e.starts_at, e.ends_at
              from registration r join event e on e.id = r.event_id
             where r.event_id = any (:events) and r.participant_id = any (:participants)
             order by r.id for no key update of r""";

    private static final String ELSEWHERE = """
            select s as session_id, p as participant_id from unnest(:sessions) s, unnest(:participants) p
             where exists (select from allocation a where a.session_id = s)
               and not exists (select from allocation a where a.session_id = s and a.participant_id = p)""";

    private final EntityManager entityManager;
    private final Visibility visibility;

    CheckIns(EntityManager entityManager, Visibility visibility) {
        this.entityManager = entityManager;
        this.visibility = visibility;
    }

    /** What was answered before to scans that these devices gave the same names. */
    Map<Scan.Nonce, CheckIn> kept(List<Scan> scans) {
        Set<Scan.Nonce> asked = scans.stream().map(Scan::key).collect(Collectors.toSet());
        Map<Scan.Nonce, CheckIn> kept = new HashMap<>();
        entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from check_in where device_id = any (:devices) and nonce = any (:nonces)",
                        CheckIn.class)
                .setParameter("devices", distinct(asked, Scan.Nonce::deviceId).toArray(String[]::new))
                .setParameter("nonces", distinct(asked, Scan.Nonce::nonce).toArray(String[]::new))
                .getResultList()
                .forEach(checkIn -> kept.put(checkIn.key(), checkIn));
        kept.keySet().retainAll(asked);
        return kept;
    }

    /** The registrations that these tickets are of, and perhaps others; nobody else decides about them meanwhile. */
    List<Admission> admissions(Collection<Ticket> tickets) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(ADMISSIONS, Object[].class)
                .addScalar("event_id", UUID.class)
                .addScalar("participant_id", UUID.class)
                .addScalar("status", String.class)
                .addScalar("event_status", String.class)
                .addScalar("starts_at", Instant.class)
                .addScalar("ends_at", Instant.class)
                .setParameter("events", distinct(tickets, Ticket::eventId).toArray(UUID[]::new))
                .setParameter(
                        "participants", distinct(tickets, Ticket::participantId).toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new Admission(
                        (UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (Instant) row[4], (Instant)
                                row[5]))
                .toList();
    }

    /** Of the people whom these scans are of, those who are not among the ones that a session was allocated to. */
    Set<Elsewhere> elsewhere(Set<UUID> sessions, Set<UUID> participants) {
        return sessions.isEmpty()
                ? Set.of()
                : entityManager
                        .unwrap(Session.class)
                        .createNativeQuery(ELSEWHERE, Object[].class)
                        .addScalar("session_id", UUID.class)
                        .addScalar("participant_id", UUID.class)
                        .setParameter("sessions", sessions.toArray(UUID[]::new))
                        .setParameter("participants", participants.toArray(UUID[]::new))
                        .getResultStream()
                        .map(row -> new Elsewhere((UUID) row[0], (UUID) row[1]))
                        .collect(Collectors.toSet());
    }

    /** Somebody who does not belong into a session. */
    record Elsewhere(UUID sessionId, UUID participantId) {}

    /** All scans of these people at these events. */
    List<CheckIn> of(Collection<Admission> admissions) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from check_in where event_id = any (:events) and participant_id = any (:participants)",
                        CheckIn.class)
                .setParameter("events", distinct(admissions, Admission::eventId).toArray(UUID[]::new))
                .setParameter(
                        "participants",
                        distinct(admissions, Admission::participantId).toArray(UUID[]::new))
                .getResultList();
    }

    void keep(CheckIn checkIn) {
        entityManager.persist(checkIn);
    }

    private static <T, V> Set<V> distinct(Collection<T> things, Function<T, V> value) {
        return things.stream().map(value).collect(Collectors.toSet());
    }

    /** A page of those that the caller may see, the latest first. */
    Page<CheckInResponse> page(CheckInParams params) {
        Condition visible = visibility.byParticipant("participantId");
        Map<String, Object> values = params.filters();
        StringBuilder where = new StringBuilder("(" + visible.hql() + ")");
        values.keySet()
                .forEach(field ->
                        where.append(" and e.").append(field).append(" = :").append(field));
        values.putAll(visible.parameters());
        String list = "check-ins|" + where + "|" + values;
        if (params.cursor != null) {
            where.append(" and e.id < :after");
            values.put("after", Cursor.decode(params.cursor, list).id());
        }
        int limit = ListParams.limit(params.limit);
        TypedQuery<CheckIn> query = entityManager
                .createQuery("select e from CheckIn e where " + where + " order by e.id desc", CheckIn.class)
                .setMaxResults(limit + 1);
        values.forEach(query::setParameter);
        List<CheckIn> found = query.getResultList();
        List<CheckIn> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() <= limit
                ? null
                : new Cursor("", shown.get(limit - 1).id()).encode(list);
        return new Page<>(shown.stream().map(CheckInResponse::from).toList(), next, null);
    }

    @Override
    public String collection() {
        return "check-ins";
    }

    @Override
    public List<Object> naming(String kind, UUID id) {
        return kind.equals("participant")
                ? entityManager
                        .createQuery("select c from CheckIn c where c.participantId = :id order by c.id", CheckIn.class)
                        .setParameter("id", id)
                        .getResultStream()
                        .map(CheckInResponse::from)
                        .collect(Collectors.toList())
                : List.of();
    }

    @Override
    public int follow(String kind, UUID ended, UUID successor) {
        if (!kind.equals("participant")) {
            return 0;
        }
        if (successor == null) {
            return entityManager
                    .createNativeQuery("delete from check_in where participant_id = :ended")
                    .setParameter("ended", ended)
                    .executeUpdate();
        }
        entityManager
                .createNativeQuery("update check_in set participant_id = :successor where participant_id = :ended")
                .setParameter("successor", successor)
                .setParameter("ended", ended)
                .executeUpdate();
        return 0;
    }
}
