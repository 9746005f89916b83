package org.rapport.participants.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.rapport.kit.json.Text;

/** Finds people by name among those who let others see that they take part. */
@ApplicationScoped
class FollowUpPeople {

    private static final String PEOPLE = """
            select p.id, p.given_name || ' ' || p.family_name
              from participant p
             where p.id = any (:ids) and p.status = 'ACTIVE'
               and exists (select from consent c where c.participant_id = p.id and c.purpose = 'PROFILE_SHARING'
                              and c.withdrawn_at is null)
               and not exists (select from unnest(string_to_array(btrim(searchable(:typed)), ' ')) word
                                where strpos(p.search_name, ' ' || word) = 0)
             order by p.family_name, p.given_name, p.id
             offset :skip limit :most""";

    private static final String NEEDS = """
            select n.id, t.label, n.description from Need n join Topic t on t.code = n.topic
             where n.participantId = :participant and n.status = 'OPEN' order by n.declaredAt, n.id""";

    private static final int MOST_NEEDS = 50;

    private final EntityManager entityManager;

    FollowUpPeople(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    FollowUpPeopleResource.Found find(FollowUpPeopleResource.Question question) {
        String typed = Text.normalise(question.q());
        List<FollowUpPeopleResource.Person> people = entityManager
                .unwrap(Session.class)
                .createNativeQuery(PEOPLE, Object[].class)
                .setParameter("ids", question.ids().toArray(UUID[]::new))
                .setParameter("typed", typed == null ? "" : typed)
                .setParameter("skip", question.offset())
                .setParameter("most", question.limit() + 1)
                .getResultStream()
                .map(row -> new FollowUpPeopleResource.Person((UUID) row[0], (String) row[1]))
                .toList();
        boolean more = people.size() > question.limit();
        return new FollowUpPeopleResource.Found(more ? people.subList(0, question.limit()) : people, more);
    }

    /** What the participant needs and has not found yet, by their own words. */
    List<FollowUpPeopleResource.OpenNeed> openNeeds(UUID participant) {
        return entityManager
                .createQuery(NEEDS, Object[].class)
                .setParameter("participant", participant)
                .setMaxResults(MOST_NEEDS)
                .getResultStream()
                .map(row -> new FollowUpPeopleResource.OpenNeed((UUID) row[0], (String) row[1], (String) row[2]))
                .toList();
    }
}
