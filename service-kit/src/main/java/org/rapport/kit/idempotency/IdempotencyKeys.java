package org.rapport.kit.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** The keys of the last 24 hours, in the service's own database. */
@ApplicationScoped
public class IdempotencyKeys {

    private final EntityManager entityManager;

    public IdempotencyKeys(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Whether this transaction is the first to use the key; waits for another that uses it at this moment. */
    boolean claim(String client, String key, byte[] request) {
        return entityManager
                        .createNativeQuery("""
                                insert into idempotency_key as k (client, key, request) values (:client, :key, :request)
                                on conflict (client, key) do update set request = excluded.request, created_at = now()
                                where k.created_at < now() - interval '24 hours'""")
                        .setParameter("client", client)
                        .setParameter("key", key)
                        .setParameter("request", request)
                        .executeUpdate()
                == 1;
    }

    StoredAnswer answer(String client, String key) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("select request, status, location, etag, body from idempotency_key"
                        + " where client = :client and key = :key")
                .setParameter("client", client)
                .setParameter("key", key)
                .getSingleResult();
        return new StoredAnswer(
                (byte[]) row[0], ((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4]);
    }

    void store(String client, String key, StoredAnswer answer) {
        entityManager
                .createNativeQuery("update idempotency_key set status = :status, location = :location, etag = :etag,"
                        + " body = :body where client = :client and key = :key")
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("etag", answer.etag())
                .setParameter("body", answer.body())
                .setParameter("client", client)
                .setParameter("key", key)
                .executeUpdate();
    }

    /** Keys stay used, so that nothing is created again; but what was answered with these ids in it is forgotten. */
    public void forgetAnswersNaming(Collection<UUID> ids) {
        entityManager
                .createNativeQuery("update idempotency_key set location = null, etag = null, body = null"
                        + " where body ~ :ids or location ~ :ids")
                .setParameter("ids", ids.stream().map(UUID::toString).collect(Collectors.joining("|")))
                .executeUpdate();
    }

    @Scheduled(every = "1h", delayed = "1h")
    @Transactional
    void forgetOldKeys() {
        entityManager
                .createNativeQuery("delete from idempotency_key where created_at < now() - interval '24 hours'")
                .executeUpdate();
    }
}
