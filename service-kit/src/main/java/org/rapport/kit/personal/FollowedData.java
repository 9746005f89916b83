package org.rapport.kit.personal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.rapport.kit.outbox.Outbox;
import org.rapport.kit.writing.Following;

/** Of a service that owns aggregates which name participants: those, and what it noted when it followed an erasure. */
@Singleton
@DefaultBean
class FollowedData implements PersonalData {

    private static final String PARTICIPANT = "participant";
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private final Instance<Following> holders;
    private final EntityManager entityManager;
    private final Outbox outbox;
    private final ObjectMapper mapper;

    FollowedData(@Any Instance<Following> holders, EntityManager entityManager, Outbox outbox, ObjectMapper mapper) {
        this.holders = holders;
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.mapper = mapper;
    }

    @Override
    public Map<String, List<?>> of(UUID participant) {
        Map<String, List<?>> collections = new TreeMap<>();
        for (Following holder : holders) {
            collections.put(holder.collection(), holder.naming(PARTICIPANT, participant));
        }
        return collections;
    }

    @Override
    public ErasureState erasure(UUID participant) {
        long pending = outbox.pendingTombstones(participant);
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select followed_at, erased::text from reference_ending where kind = :kind and id = :id"
                                + " and successor is null and followed_at is not null",
                        Object[].class)
                .addScalar("followed_at", Instant.class)
                .addScalar("erased", String.class)
                .setParameter("kind", PARTICIPANT)
                .setParameter("id", participant)
                .getResultList()
                .stream()
                .map(row -> new ErasureState(true, (Instant) row[0], read((String) row[1]), pending))
                .findFirst()
                .orElse(new ErasureState(false, null, Map.of(), pending));
    }

    private Map<String, Integer> read(String counts) {
        try {
            return mapper.readValue(counts, COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds what was written here", e);
        }
    }
}
