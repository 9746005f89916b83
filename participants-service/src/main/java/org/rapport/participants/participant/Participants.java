package org.rapport.participants.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.rapport.kit.paging.Condition;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.problem.Problems;
import org.rapport.participants.Visibility;

/** All participants. */
@ApplicationScoped
public class Participants implements PanacheRepositoryBase<Participant, UUID> {

    private static final int PERMANENT_REDIRECT = 308;

    private final Visibility visibility;
    private final Finder finder;
    private final UriInfo uriInfo;

    public Participants(Visibility visibility, Finder finder, UriInfo uriInfo) {
        this.visibility = visibility;
        this.finder = finder;
        this.uriInfo = uriInfo;
    }

    /**
     * The participant of the present request, if the caller may know of them. Whoever was merged is to be found, under the
     * same address but for the id, at who took their place.
     */
    public Participant require(UUID id) {
        Participant participant = finder.find(Participant.class, id, visibility.byParticipant("id"));
        if (participant.status() == ParticipantStatus.ERASED) {
            throw Problems.notFound();
        }
        if (participant.status() == ParticipantStatus.MERGED) {
            String path = uriInfo.getPath()
                    .replace(id.toString(), participant.mergedInto().toString());
            throw new RedirectionException(
                    PERMANENT_REDIRECT,
                    uriInfo.getRequestUriBuilder().replacePath(path).build());
        }
        return participant;
    }

    /**
     * Those of the ids that name nobody who takes part, or nobody the caller may know of. Until the end of the transaction
     * nobody erases or merges the others.
     */
    public Set<UUID> unknown(Collection<UUID> ids) {
        Set<UUID> unknown = new HashSet<>(ids);
        if (unknown.isEmpty()) {
            return unknown;
        }
        getEntityManager()
                .createNativeQuery("select id from participant where id in (:ids) order by id for key share")
                .setParameter("ids", unknown)
                .getResultList();
        Condition visible = visibility.byParticipant("id");
        TypedQuery<UUID> query = getEntityManager()
                .createQuery(
                        "select e.id from Participant e where e.id in :ids and e.status = :active and (" + visible.hql()
                                + ")",
                        UUID.class)
                .setParameter("ids", unknown)
                .setParameter("active", ParticipantStatus.ACTIVE);
        visible.parameters().forEach(query::setParameter);
        List<UUID> known = query.getResultList();
        known.forEach(unknown::remove);
        return unknown;
    }

    /**
     * Locks participants against everything, and whoever was merged into them, and gives them as they are now. Until the
     * end of the transaction nobody writes in their name. One at a time, since nobody knows beforehand whom all it takes.
     */
    public List<Participant> lock(Set<UUID> ids) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('rapport who is who', 0))")
                .getResultList();
        lockRows("select id from participant where id in (:ids) order by id for update", ids);
        lockRows("select id from participant where merged_into in (:ids) order by id for update", ids);
        List<Participant> participants = list("id in ?1 or mergedInto in ?1 order by id", ids);
        participants.forEach(getEntityManager()::refresh);
        return participants;
    }

    /** Those who were merged into one of these, in a stable order. */
    List<Participant> mergedInto(Collection<UUID> ids) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select p.* from " + oneByOne("merged_into") + " p order by p.id", Participant.class)
                .setParameter("values", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /**
     * Participants with one of the {@code :values} in a column that has an index, which is asked for each of them: given
     * the values as a list, PostgreSQL reads all participants while the table grows too fast for its statistics.
     */
    private static String oneByOne(String column) {
        return "unnest(:values) asked (value) cross join lateral (select * from participant where " + column
                + " = asked.value offset 0)";
    }

    /** A participant and whoever was merged into them. */
    public List<Participant> withDuplicates(UUID id) {
        return list("id = ?1 or mergedInto = ?1 order by id", id);
    }

    private void lockRows(String query, Set<UUID> ids) {
        getEntityManager().createNativeQuery(query).setParameter("ids", ids).getResultList();
    }

    /** For those of the ids that were merged, who took their place. */
    public Map<UUID, UUID> successors(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                "select e.id, e.mergedInto from Participant e where e.id in :ids and e.mergedInto is not null",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
    }

    /** For those of the addresses, in their normal form, that somebody who takes part has, also as one who was merged. */
    Map<String, UUID> byAddress(Collection<String> addresses) {
        Map<String, UUID> participants = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select e.email, coalesce(e.mergedInto, e.id) from Participant e where e.email in :addresses",
                        Object[].class)
                .setParameter("addresses", addresses)
                .getResultStream()
                .forEach(row -> participants.put((String) row[0], (UUID) row[1]));
        return participants;
    }

    /** Those of the ids that are known, and those who have one of the e-mail addresses. */
    public List<KnownPerson> known(Collection<UUID> ids, Collection<String> emails) {
        return Stream.concat(known("id", ids), known("email", emails)).toList();
    }

    private Stream<KnownPerson> known(String field, Collection<?> values) {
        return values.isEmpty()
                ? Stream.empty()
                : getEntityManager()
                        .createQuery(
                                "select e.id, e.mergedInto, e.status, e.givenName, e.familyName, e.email"
                                        + " from Participant e where e." + field + " in :values",
                                KnownPerson.class)
                        .setParameter("values", values)
                        .getResultStream();
    }

    /**
     * Who has which of these values of a field that nobody shares, also as one who was merged, and then as who took their
     * place, too; more can be put in.
     */
    Map<String, Set<UUID>> owners(String field, Collection<String> values) {
        Map<String, Set<UUID>> owners = new HashMap<>();
        if (!values.isEmpty()) {
            getEntityManager()
                    .unwrap(Session.class)
                    .createNativeQuery(
                            "select p." + field + ", p.id, p.merged_into from " + oneByOne(field) + " p",
                            Object[].class)
                    .setParameter("values", values.toArray(String[]::new))
                    .getResultStream()
                    .forEach(row -> Stream.of((UUID) row[1], (UUID) row[2])
                            .filter(Objects::nonNull)
                            .forEach(owners.computeIfAbsent((String) row[0], value -> new HashSet<>())::add));
        }
        return owners;
    }
}
