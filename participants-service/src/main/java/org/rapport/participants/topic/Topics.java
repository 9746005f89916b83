package org.rapport.participants.topic;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The taxonomy. */
@ApplicationScoped
public class Topics implements PanacheRepositoryBase<Topic, UUID> {

    /** Those of the codes that no topic has at present. */
    public Set<String> missing(Collection<String> codes) {
        Set<String> missing = new HashSet<>(codes);
        if (!missing.isEmpty()) {
            byCode(codes).forEach(topic -> missing.remove(topic.code()));
        }
        return missing;
    }

    /** The present code of the topic that has or had this one; the same if none has. */
    public String present(String code) {
        Topic topic = code == null ? null : byFormerCode(Set.of(code)).get(code);
        return topic == null ? code : topic.code();
    }

    /**
     * The present codes of those that have or had the ones given. Until the end of the transaction they stay what they
     * are: what is about to name a topic must not miss its change.
     */
    Map<String, String> present(Collection<String> codes) {
        Map<String, String> present = new HashMap<>();
        if (codes.isEmpty()) {
            return present;
        }
        for (Object code : getEntityManager()
                .createNativeQuery(
                        "select code from topic where code in (:codes) and merged_into_id is null for key share")
                .setParameter("codes", codes)
                .getResultList()) {
            present.put((String) code, (String) code);
        }
        if (!present.keySet().containsAll(codes)) {
            byFormerCode(codes).forEach((former, topic) -> present.putIfAbsent(former, topic.code()));
        }
        return present;
    }

    /** Topics that have these codes at present. */
    List<Topic> byCode(Collection<String> codes) {
        return list("code in ?1 and mergedIntoId is null", codes);
    }

    /** The topics that had one of these codes, by that code. */
    Map<String, Topic> byFormerCode(Collection<String> codes) {
        Map<String, Topic> topics = new HashMap<>();
        for (Object[] former : getEntityManager()
                .createQuery("select f, t from Topic t join t.formerCodes f where f in :codes", Object[].class)
                .setParameter("codes", codes)
                .getResultList()) {
            topics.put((String) former[0], (Topic) former[1]);
        }
        return topics;
    }

    /** Those directly beneath this one. */
    List<Topic> narrower(String code) {
        return list("broader", code);
    }

    /** Lets one transaction at a time change the taxonomy: of two changes each may be fine, and both close a cycle. */
    void lock() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended('rapport taxonomy', 0))")
                .getSingleResult();
    }

    /** Until the end of the transaction nothing can begin to name this topic. */
    void lockAgainstNaming(Topic topic) {
        getEntityManager()
                .createNativeQuery("select code from topic where id = :id for update")
                .setParameter("id", topic.id())
                .getSingleResult();
    }

    /** The topics with these codes or ids, and all that are broader. */
    Taxonomy upwardsFrom(Collection<String> codes, Collection<UUID> ids) {
        Taxonomy taxonomy = new Taxonomy();
        for (Object row : getEntityManager()
                .createNativeQuery("""
                        with recursive upwards (id, code, broader) as (
                            select id, code, broader from topic
                             where (code in (:codes) or id in (:ids)) and merged_into_id is null
                            union
                            select t.id, t.code, t.broader from upwards u join topic t on t.code = u.broader)
                        select id, code, broader from upwards""")
                .setParameter("codes", codes)
                .setParameter("ids", ids)
                .getResultList()) {
            Object[] topic = (Object[]) row;
            taxonomy.add((UUID) topic[0], (String) topic[1], (String) topic[2]);
        }
        return taxonomy;
    }

    /**
     * The topics beneath and above this one, the nearest first, at the same distance the narrower ones first; no more than
     * so many.
     */
    public List<RelatedTopic> related(String code, int limit) {
        List<RelatedTopic> related = new ArrayList<>();
        for (Object row : getEntityManager()
                .createNativeQuery("""
                        with recursive narrower (code, steps) as (
                            select code, 1 from topic where broader = :code
                            union all
                            select t.code, n.steps + 1 from narrower n join topic t on t.broader = n.code
                             where n.steps < :limit),
                        broader (code, steps) as (
                            select broader, 1 from topic where code = :code
                            union all
                            select t.broader, b.steps + 1 from broader b join topic t on t.code = b.code
                             where b.steps < :limit)
                        select code, steps, true as narrower from narrower
                        union all
                        select code, steps, false from broader where code is not null
                        order by steps, narrower desc, code
                        limit :limit""")
                .setParameter("code", code)
                .setParameter("limit", limit)
                .getResultList()) {
            Object[] topic = (Object[]) row;
            related.add(new RelatedTopic((String) topic[0], ((Number) topic[1]).intValue(), (Boolean) topic[2]));
        }
        return related;
    }
}
