package org.rapport.kit.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.postgresql.PGConnection;
import org.rapport.kit.exclusive.DedicatedConnections;
import org.rapport.kit.exclusive.ExclusiveWorker;
import org.rapport.kit.idempotency.IdempotencyKeys;
import org.rapport.kit.writing.Following;

/**
 * Lets what this service holds follow when something that it names was erased or merged by its owner: each in one
 * transaction with the events that tell of it, so that a crash repeats it or not, and it may be repeated.
 */
final class EndingFollower extends ExclusiveWorker {

    private static final int WAKE_MILLIS = 1_000;
    private static final TypeReference<TreeMap<String, Integer>> COUNTS = new TypeReference<>() {};

    private final EntityManager entityManager;
    private final References references;
    private final IdempotencyKeys idempotencyKeys;
    private final Iterable<Following> holders;
    private final ObjectMapper mapper;

    EndingFollower(
            DedicatedConnections connections,
            EntityManager entityManager,
            References references,
            IdempotencyKeys idempotencyKeys,
            Iterable<Following> holders,
            ObjectMapper mapper) {
        super("ending follower", connections);
        this.entityManager = entityManager;
        this.references = references;
        this.idempotencyKeys = idempotencyKeys;
        this.holders = holders;
        this.mapper = mapper;
    }

    private record Key(String kind, UUID id) {}

    private record Ending(UUID successor, String erased) {}

    @Override
    protected void work(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen reference_ending");
        }
        PGConnection notifications = connection.unwrap(PGConnection.class);
        while (!isStopped()) {
            Key next = QuarkusTransaction.requiringNew().call(this::next);
            if (next == null) {
                succeeded();
                notifications.getNotifications(WAKE_MILLIS);
            } else {
                follow(next);
            }
        }
    }

    /** Those that failed come last, so that none keeps the others from being followed. */
    private Key next() {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select kind, id from reference_ending where followed_at is null"
                                + " order by attempts, noticed_at limit 1",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Key((String) row[0], (UUID) row[1]))
                .findFirst()
                .orElse(null);
    }

    private void follow(Key ended) {
        try {
            QuarkusTransaction.requiringNew().run(() -> followInTransaction(ended));
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew()
                    .run(() -> named("update reference_ending set attempts = attempts + 1", ended)
                            .executeUpdate());
            throw e;
        }
    }

    /**
     * Locks in the order of whoever writes the replica. The first waits for those who still write in the name of what
     * ended; whoever comes later sees that it is gone. The second keeps it from ending otherwise meanwhile.
     */
    private void followInTransaction(Key ended) {
        named("select 1 from reference_replica", ended, " for update").getResultList();
        Object[] row = (Object[]) named("select successor, erased::text from reference_ending", ended, " for update")
                .getSingleResult();
        Ending ending = new Ending((UUID) row[0], (String) row[1]);
        UUID successor = ending.successor() == null ? null : successor(ended);
        Map<String, Integer> erased = read(ending.erased());
        for (Following holder : holders) {
            int count = holder.follow(ended.kind(), ended.id(), successor);
            if (count > 0) {
                erased.merge(holder.collection(), count, Integer::sum);
            }
        }
        if (successor == null) {
            idempotencyKeys.forgetAnswersNaming(Set.of(ended.id()));
        }
        named("update reference_ending set followed_at = now(), erased = cast(:erased as jsonb)", ended)
                .setParameter("erased", write(erased))
                .executeUpdate();
    }

    /** What it was merged into in the end; null if that was erased. */
    private UUID successor(Key ended) {
        UUID last = references.successors(ended.kind(), Set.of(ended.id())).get(ended.id());
        if (last == null) {
            throw new IllegalStateException("What " + ended.id() + " was merged into leads nowhere");
        }
        return references.missing(ended.kind(), Set.of(last)).isEmpty() ? last : null;
    }

    private Query named(String statement, Key ended, String... more) {
        return entityManager
                .createNativeQuery(statement + " where kind = :kind and id = :id" + String.join("", more))
                .setParameter("kind", ended.kind())
                .setParameter("id", ended.id());
    }

    private Map<String, Integer> read(String counts) {
        try {
            return counts == null ? new TreeMap<>() : mapper.readValue(counts, COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds what was written here", e);
        }
    }

    private String write(Map<String, Integer> counts) {
        try {
            return mapper.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Counts can always be written", e);
        }
    }
}
