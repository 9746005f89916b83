package org.rapport.exchanges.followup;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.calling.ServiceClient;
import org.rapport.kit.calling.UnreachableException;

/** Asks participants-service what the form shows of people: to be shown, and neither kept nor logged. */
@Singleton
class People {

    static final int PAGE = 20;

    private static final int MOST_MET = 50;
    private static final int MOST_TOLD = 100;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ServiceClient services;

    People(ServiceClient services) {
        this.services = services;
    }

    private record Query(UUID respondentId, List<Question> questions) {}

    private record Question(Collection<UUID> ids, String q, int offset, int limit) {}

    private record Found(String language, List<OpenNeed> needs, List<Some> found) {}

    /** Some people, and whether there are more. */
    record Some(List<Person> people, boolean more) {

        Some {
            people = List.copyOf(people);
        }
    }

    /** Somebody by the name that they let others see. */
    record Person(UUID id, String name) {}

    /** A need of the one who is asked. */
    record OpenNeed(UUID id, String topic, String description) {}

    /**
     * What the form shows.
     *
     * @param told those whom the participant has named already
     */
    record Shown(String language, List<OpenNeed> needs, List<Person> told, Some met, Some others) {

        Shown {
            needs = List.copyOf(needs);
            told = List.copyOf(told);
        }
    }

    /** In one call. Of those who were there, but whom the participant is not known to have met, a page of what is found. */
    Shown show(AnswerForm.Asked asked, String q, int page) throws UnreachableException {
        Set<UUID> told = new LinkedHashSet<>();
        asked.told().forEach(one -> told.add(one.participantId()));
        List<UUID> met = new ArrayList<>(asked.met());
        List<UUID> others = new ArrayList<>(asked.others());
        met.removeAll(told);
        others.removeAll(told);
        if (q != null || met.size() > MOST_MET) {
            others.addAll(met);
        }
        Query query = new Query(
                asked.participantId(),
                List.of(
                        new Question(told, null, 0, MOST_TOLD),
                        new Question(met, null, 0, MOST_MET),
                        new Question(others, q, (page - 1) * PAGE, PAGE)));
        Found found = services.post("participants", "/v1/follow-up-people", query, Found.class, LIMIT);
        return new Shown(
                found.language(),
                found.needs(),
                found.found().get(0).people(),
                found.found().get(1),
                found.found().get(2));
    }
}
