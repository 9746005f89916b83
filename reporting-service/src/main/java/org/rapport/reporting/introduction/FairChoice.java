package org.rapport.reporting.introduction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Chooses pairs so that nobody is in more than so many of them, and the scores of all together are high: a b-matching. The
 * best pair of whom neither has enough yet is taken, again and again; that comes to at least half of what the best choice of
 * all would (Mestre 2006), and usually to almost all of it. No pair could be added: whoever is in fewer pairs than allowed
 * has no candidate left who is, too.
 */
final class FairChoice {

    private FairChoice() {}

    /**
     * A pair that was chosen.
     *
     * @param round 1 if it is the best for both, and n if it is at most the n-th for either: the pairs of the first rounds are
     *     those to begin with, if there is no time for all
     */
    record Chosen(Candidate candidate, int round) {

        static final Comparator<Chosen> IN_ORDER =
                Comparator.comparingInt(Chosen::round).thenComparing(Chosen::candidate, Candidate.BEST_FIRST);
    }

    /** Round by round, the best of each first, whatever order the candidates come in. */
    static List<Chosen> from(Collection<Candidate> candidates, int perPerson) {
        List<Candidate> best = new ArrayList<>(candidates);
        best.sort(Candidate.BEST_FIRST);
        Map<UUID, Integer> taken = new HashMap<>();
        List<Chosen> chosen = new ArrayList<>();
        for (Candidate candidate : best) {
            int ofA = taken.getOrDefault(candidate.pair().a(), 0);
            int ofB = taken.getOrDefault(candidate.pair().b(), 0);
            if (ofA < perPerson && ofB < perPerson) {
                taken.put(candidate.pair().a(), ofA + 1);
                taken.put(candidate.pair().b(), ofB + 1);
                chosen.add(new Chosen(candidate, Math.max(ofA, ofB) + 1));
            }
        }
        chosen.sort(Chosen.IN_ORDER);
        return chosen;
    }
}
