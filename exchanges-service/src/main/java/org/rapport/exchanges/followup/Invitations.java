package org.rapport.exchanges.followup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.rapport.kit.calling.ServiceClient;
import org.rapport.kit.calling.UnreachableException;
import org.rapport.kit.exclusive.Chore;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.links.LinkToken;

/**
 * Has people asked by mail. participants-service alone knows where to, and tells by events what became of each mail; that one
 * was asked for is noted after the fact, since to ask for it again changes nothing.
 */
@Singleton
class Invitations implements Chore {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int SOME = 100;

    private static final String DUE = """
            select f.id, f.participant_id, f.mails, f.sent_at is not null as again, coalesce(e.title, '') as title,
                   f.closes_at
              from follow_up f
              join followed_event e on e.event_id = f.event_id
              join contact c on c.participant_id = f.participant_id
             where f.status in ('SCHEDULED', 'SENT') and not f.asked and coalesce(f.mail_at, f.due_at) <= now()
               and f.closes_at > now() and (c.left_at is null or c.left_at > now())
             order by coalesce(f.mail_at, f.due_at), f.id
             limit :some""";

    /** When the next mail is due. What failed is tried again as another mail, if nothing is in the way by then. */
    private static final String HEED = """
            update follow_up f
               set asked = false,
                   reminders = f.reminders + case when m.sent and f.sent_at is not null then 1 else 0 end,
                   mail_at = case when not m.sent then m.settled_at + interval '1 hour'
                                  when f.sent_at is not null and f.reminders + 1 >= :reminders then 'infinity'
                                  when :reminders = 0 then 'infinity'
                                  else m.settled_at + :wait * interval '1 second' end
              from follow_up_mail m
             where m.invitation_id = any (:ids) and f.id = m.follow_up_id""";

    private final EntityManager entityManager;
    private final ServiceClient services;
    private final FollowUpWriter writer;
    private final FollowUpConfig config;

    Invitations(EntityManager entityManager, ServiceClient services, FollowUpWriter writer, FollowUpConfig config) {
        this.entityManager = entityManager;
        this.services = services;
        this.writer = writer;
        this.config = config;
    }

    /** As participants-service wants it. */
    record Invitation(
            UUID id,
            UUID participantId,
            UUID followUpId,
            String kind,
            String eventTitle,
            String link,
            Instant expiresAt) {}

    private record Batch(List<Invitation> invitations) {}

    private record Queued(Set<UUID> unknownParticipants) {}

    /** Asks for some of the mail that is due; false if none is. */
    boolean handOverSome() throws UnreachableException {
        List<Invitation> due = QuarkusTransaction.requiringNew().call(this::due);
        if (due.isEmpty()) {
            return false;
        }
        Queued queued = services.post("participants", "/v1/invitations", new Batch(due), Queued.class, LIMIT);
        QuarkusTransaction.requiringNew().run(() -> note(due, queued.unknownParticipants()));
        return true;
    }

    private List<Invitation> due() {
        Map<byte[], UUID> tokens = new LinkedHashMap<>();
        List<Invitation> due = new ArrayList<>();
        session()
                .createNativeQuery(DUE, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("participant_id", UUID.class)
                .addScalar("mails", Integer.class)
                .addScalar("again", Boolean.class)
                .addScalar("title", String.class)
                .addScalar("closes_at", Instant.class)
                .setParameter("some", SOME)
                .getResultList()
                .forEach(row -> {
                    String token = LinkToken.random();
                    UUID followUp = (UUID) row[0];
                    boolean isReminder = Boolean.TRUE.equals(row[3]);
                    tokens.put(LinkToken.hash(token), followUp);
                    due.add(new Invitation(
                            Uuids.imported("exchanges-service", "invitations", followUp + "/" + row[2]),
                            (UUID) row[1],
                            followUp,
                            isReminder ? "REMINDER" : "INVITATION",
                            (String) row[4],
                            config.publicUrl().resolve("/follow-up/" + token).toString(),
                            // an invitation may be late: its time begins when it goes out
                            isReminder ? (Instant) row[5] : Instant.now().plus(config.openFor())));
                });
        keep(tokens);
        return due;
    }

    /** Before they are handed over, so that no link is dead; one that was handed over in vain leads nowhere but here. */
    private void keep(Map<byte[], UUID> tokens) {
        session().doWork(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into follow_up_token (hash, follow_up_id) values (?, ?)")) {
                for (Map.Entry<byte[], UUID> token : tokens.entrySet()) {
                    insert.setBytes(1, token.getKey());
                    insert.setObject(2, token.getValue());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    private void note(List<Invitation> due, Set<UUID> unknownParticipants) {
        entityManager
                .createNativeQuery(
                        "update follow_up set asked = not participant_id = any (:unknown), mails = mails + 1,"
                                + " mail_at = now() + interval '1 hour' where id = any (:ids) and not asked")
                .setParameter("unknown", unknownParticipants.toArray(UUID[]::new))
                .setParameter("ids", due.stream().map(Invitation::followUpId).toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Heeds what became of some of the mail; false if there is no news. */
    @Override
    public boolean doSome() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<UUID, Instant> sent = new LinkedHashMap<>();
            List<UUID> news = new ArrayList<>();
            session()
                    .createNativeQuery(
                            "select invitation_id, follow_up_id, sent, settled_at from follow_up_mail where pending"
                                    + " order by settled_at limit :some for update skip locked",
                            Object[].class)
                    .addScalar("invitation_id", UUID.class)
                    .addScalar("follow_up_id", UUID.class)
                    .addScalar("sent", Boolean.class)
                    .addScalar("settled_at", Instant.class)
                    .setParameter("some", SOME)
                    .getResultList()
                    .forEach(row -> {
                        news.add((UUID) row[0]);
                        if (Boolean.TRUE.equals(row[2])) {
                            sent.putIfAbsent((UUID) row[1], (Instant) row[3]);
                        }
                    });
            if (news.isEmpty()) {
                return false;
            }
            heed(news.toArray(UUID[]::new), sent);
            return true;
        });
    }

    private void heed(UUID[] news, Map<UUID, Instant> sent) {
        List<FollowUp> first = entityManager
                .createQuery(
                        "select e from FollowUp e where e.id in :ids and e.sentAt is null order by e.id",
                        FollowUp.class)
                .setParameter("ids", sent.keySet())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        entityManager
                .createNativeQuery(HEED)
                .setParameter("ids", news)
                .setParameter("reminders", config.reminders())
                .setParameter("wait", config.remindAfter().toSeconds())
                .executeUpdate();
        for (FollowUp followUp : first) {
            Instant at = sent.get(followUp.id());
            followUp.sent(at, at.plus(config.openFor()), Instant.now());
        }
        writer.sent(first.stream().filter(followUp -> !followUp.isAnswered()).toList());
        entityManager
                .createNativeQuery("update follow_up_mail set pending = false where invitation_id = any (:ids)")
                .setParameter("ids", news)
                .executeUpdate();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
