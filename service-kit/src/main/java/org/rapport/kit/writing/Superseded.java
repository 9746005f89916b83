package org.rapport.kit.writing;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * What had been said of one thing in the names of two, before they were merged and one record remained. Files go on to say
 * it; if they were believed, what remained would change back and forth with each import.
 */
@Singleton
class Superseded {

    private final EntityManager entityManager;

    Superseded(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Notes requests that what remained answers for. */
    void note(String collection, Collection<?> requests, UUID ended, UUID successor) {
        for (Object request : requests) {
            entityManager
                    .createNativeQuery("insert into superseded_statement (digest, ended, successor)"
                            + " values (:digest, :ended, :successor) on conflict (digest) do update"
                            + " set ended = excluded.ended, successor = excluded.successor")
                    .setParameter("digest", digest(collection, request))
                    .setParameter("ended", ended)
                    .setParameter("successor", successor)
                    .executeUpdate();
        }
    }

    /** What was noted of somebody goes by their next name, or is forgotten with them. */
    void follow(UUID ended, UUID successor) {
        if (successor == null) {
            entityManager
                    .createNativeQuery("delete from superseded_statement where ended = :ended or successor = :ended")
                    .setParameter("ended", ended)
                    .executeUpdate();
        } else {
            entityManager
                    .createNativeQuery(
                            "update superseded_statement set successor = :successor where successor = :ended")
                    .setParameter("ended", ended)
                    .setParameter("successor", successor)
                    .executeUpdate();
        }
    }

    /** Those of the requests that were noted. */
    <R> Set<R> among(String collection, Collection<R> requests) {
        boolean isAnyNoted = (Boolean) entityManager
                .createNativeQuery("select exists (select from superseded_statement)")
                .getSingleResult();
        if (!isAnyNoted) {
            return Set.of();
        }
        Map<String, R> byDigest = new HashMap<>();
        requests.forEach(request -> byDigest.put(digest(collection, request), request));
        List<String> noted = entityManager
                .unwrap(Session.class)
                .createNativeQuery("select digest from superseded_statement where digest in (:digests)", String.class)
                .setParameter("digests", byDigest.keySet())
                .getResultList();
        return noted.stream().map(byDigest::get).collect(Collectors.toSet());
    }

    /** Requests are records, which print all that is in them. */
    private static String digest(String collection, Object request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest((collection + request).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
