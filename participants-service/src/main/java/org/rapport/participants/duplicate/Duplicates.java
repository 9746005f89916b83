package org.rapport.participants.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.rapport.kit.paging.Cursor;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Page;

/**
 * Lists pairs who look like one person, by going through the participants in the order of their ids and asking the indexes
 * who is like each. A page costs a bounded time, and may for that reason hold few pairs, or none, and yet have a next one.
 */
@ApplicationScoped
class Duplicates {

    private static final int SOME = 25;
    private static final Duration TIME_OF_A_PAGE = Duration.ofSeconds(2);
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private static final String PEOPLE = """
            select p.id from participant p
             where p.status = 'ACTIVE' and p.id >= :from
               and (cast(:only as uuid) is null or p.id = :only)
               and (cast(:since as timestamptz) is null or p.updated_at >= :since)
             order by p.id limit :some""";

    /** Each pair once, but for a participant who was asked for; of those who are like one, the twenty most alike. */
    private static final String PAIRS = """
            select p.id, d.id, p.given_name, p.family_name, p.email, p.country,
                   d.given_name, d.family_name, d.email, d.country,
                   similarity(p.search_name, d.search_name),
                   coalesce(reached_by(p.email) = reached_by(d.email), false),
                   coalesce(length(split_part(reached_by(p.email), '@', 1)) > 4
                       and split_part(reached_by(p.email), '@', 1) = split_part(reached_by(d.email), '@', 1), false),
                   exists (select from affiliation a join affiliation b using (organisation_id)
                            where a.participant_id = p.id and b.participant_id = d.id),
                   coalesce(p.orcid <> d.orcid, false)
              from participant p
             cross join lateral (
                   (select c.id from participant c
                     where c.status = 'ACTIVE' and c.search_name % p.search_name and c.id <> p.id
                     order by similarity(c.search_name, p.search_name) desc, c.id limit 20)
                   union
                   (select c.id from participant c
                     where c.status = 'ACTIVE' and c.email is not null and reached_by(c.email) = reached_by(p.email)
                       and c.id <> p.id
                     order by c.id limit 20)) alike
              join participant d on d.id = alike.id
             where p.id in (:people)
               and (cast(:only as uuid) is not null or d.id > p.id
                    or cast(:since as timestamptz) is not null and d.updated_at < :since)
               and not exists (select from distinct_pair x
                                where x.one_id = least(p.id, d.id) and x.other_id = greatest(p.id, d.id))
             order by p.id, d.id""";

    private final EntityManager entityManager;

    Duplicates(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    private record Position(UUID one, UUID other) {}

    @Transactional
    Page<DuplicateResponse> page(DuplicateParams params) {
        long begun = System.nanoTime();
        int limit = ListParams.limit(params.limit);
        String list = "duplicates|" + params.participantId + "|" + params.modifiedSince + "|" + params.minScore;
        double minScore = params.minScore();
        Position position = position(params.cursor, list);
        entityManager
                .createNativeQuery("select set_config('pg_trgm.similarity_threshold', :unlike, true)")
                .setParameter("unlike", Double.toString(Likeness.UNLIKE))
                .getSingleResult();
        List<DuplicateResponse> found = new ArrayList<>();
        List<UUID> people = people(position.one(), params);
        while (!people.isEmpty()) {
            for (DuplicateResponse pair : pairs(people, params)) {
                Position here = new Position(
                        pair.participants().get(0).id(),
                        pair.participants().get(1).id());
                if (isAfter(here, position) && pair.score() >= minScore) {
                    if (found.size() == limit) {
                        return new Page<>(found, encode(position, list), null);
                    }
                    found.add(pair);
                }
                position = isAfter(here, position) ? here : position;
            }
            position = new Position(people.get(people.size() - 1), LAST);
            if (System.nanoTime() - begun > TIME_OF_A_PAGE.toNanos() && people.size() == SOME) {
                return new Page<>(found, encode(position, list), null);
            }
            people = people.size() < SOME ? List.of() : people(position.one(), params);
        }
        return new Page<>(found, null, null);
    }

    private List<UUID> people(UUID from, DuplicateParams params) {
        return bound(PEOPLE, UUID.class, params)
                .setParameter("from", from)
                .setParameter("some", SOME)
                .getResultList();
    }

    private List<DuplicateResponse> pairs(List<UUID> people, DuplicateParams params) {
        return bound(PAIRS, Object[].class, params).setParameter("people", people).getResultList().stream()
                .map(Duplicates::response)
                .toList();
    }

    private <T> NativeQuery<T> bound(String query, Class<T> type, DuplicateParams params) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(query, type)
                .setParameter("only", params.participantId, UUID.class)
                .setParameter("since", params.modifiedSince, Instant.class);
    }

    private static DuplicateResponse response(Object[] row) {
        Likeness likeness = new Likeness(
                ((Number) row[10]).doubleValue(), (Boolean) row[11], (Boolean) row[12], (Boolean) row[13], (Boolean)
                        row[14]);
        return new DuplicateResponse(
                rounded(likeness.score()),
                rounded(likeness.name()),
                likeness.reasons(),
                List.of(candidate(row, 0, 2), candidate(row, 1, 6)));
    }

    private static DuplicateResponse.Candidate candidate(Object[] row, int id, int first) {
        return new DuplicateResponse.Candidate(
                (UUID) row[id], (String) row[first], (String) row[first + 1], (String) row[first + 2], (String)
                        row[first + 3]);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static Position position(String cursor, String list) {
        if (cursor == null) {
            return new Position(FIRST, FIRST);
        }
        Cursor decoded = Cursor.decode(cursor, list);
        return new Position(decoded.id(), UUID.fromString(decoded.sortValue()));
    }

    private static String encode(Position position, String list) {
        return new Cursor(position.other().toString(), position.one()).encode(list);
    }

    /** In the order of the database, which takes ids for text; that of {@link UUID#compareTo} takes them for numbers. */
    private static boolean isAfter(Position one, Position other) {
        int order = one.one().toString().compareTo(other.one().toString());
        return order > 0
                || order == 0 && one.other().toString().compareTo(other.other().toString()) > 0;
    }
}
