package org.rapport.reporting.introduction;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.introduction.FairChoice.Chosen;

/** What holds of every choice of pairs. */
class FairChoiceTest {

    @Property(tries = 300)
    void nobodyIsInMoreThanAllowed(
            @ForAll("candidates") List<Candidate> candidates, @ForAll @IntRange(min = 1, max = 3) int most) {
        Map<UUID, Integer> taken = taken(FairChoice.from(candidates, most));
        taken.values().forEach(count -> assertThat(count, lessThanOrEqualTo(most)));
    }

    @Property(tries = 300)
    void noPairCouldBeAdded(
            @ForAll("candidates") List<Candidate> candidates, @ForAll @IntRange(min = 1, max = 3) int most) {
        List<Chosen> chosen = FairChoice.from(candidates, most);
        Map<UUID, Integer> taken = taken(chosen);
        List<Candidate> pairs = chosen.stream().map(Chosen::candidate).toList();
        for (Candidate candidate : candidates) {
            assertThat(
                    pairs.contains(candidate)
                            || taken.getOrDefault(candidate.pair().a(), 0) == most
                            || taken.getOrDefault(candidate.pair().b(), 0) == most,
                    is(true));
        }
    }

    @Property(tries = 300)
    void isWorthAtLeastHalfOfTheBestThereIs(
            @ForAll("candidates") List<Candidate> candidates, @ForAll @IntRange(min = 1, max = 3) int most) {
        int score = FairChoice.from(candidates, most).stream()
                .mapToInt(chosen -> chosen.candidate().score())
                .sum();
        assertThat(2 * score, greaterThanOrEqualTo(best(candidates, most)));
    }

    @Property(tries = 300)
    void theOrderOfCandidatesDoesNotMatter(@ForAll("candidates") List<Candidate> candidates, @ForAll long seed) {
        List<Candidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(FairChoice.from(shuffled, 2), equalTo(FairChoice.from(candidates, 2)));
    }

    /** One whom everybody wants does not take everything, and the others get one another. */
    @Test
    void nobodyGetsAll() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            candidates.add(candidate(0, i, 100));
            candidates.add(candidate(i, i % 5 + 1, 10));
        }
        List<Chosen> chosen = FairChoice.from(candidates, 2);
        Map<UUID, Integer> taken = taken(chosen);
        assertThat(taken.get(person(0)), is(2));
        for (int i = 1; i <= 5; i++) {
            assertThat(taken.get(person(i)), greaterThanOrEqualTo(1));
        }
    }

    @Test
    void everybodysFirstComesBeforeAnybodysSecond() {
        List<Chosen> chosen = FairChoice.from(
                List.of(candidate(0, 1, 90), candidate(0, 2, 80), candidate(3, 4, 10), candidate(0, 3, 70)), 2);
        assertThat(chosen.stream().map(Chosen::round).toList(), equalTo(List.of(1, 1, 2)));
        assertThat(chosen.stream().map(pair -> pair.candidate().score()).toList(), containsInAnyOrder(90, 10, 80));
        assertThat(chosen.get(2).candidate().score(), is(80));
    }

    @Test
    void ofNobodyNothingIsChosen() {
        assertThat(FairChoice.from(List.of(), 3), equalTo(List.of()));
    }

    /** By trying every set of candidates. */
    private static int best(List<Candidate> candidates, int most) {
        int best = 0;
        for (int set = 0; set < 1 << candidates.size(); set++) {
            Map<UUID, Integer> taken = new HashMap<>();
            int score = 0;
            for (int i = 0; i < candidates.size(); i++) {
                if ((set & 1 << i) != 0) {
                    score += candidates.get(i).score();
                    taken.merge(candidates.get(i).pair().a(), 1, Integer::sum);
                    taken.merge(candidates.get(i).pair().b(), 1, Integer::sum);
                }
            }
            if (score > best && taken.values().stream().allMatch(count -> count <= most)) {
                best = score;
            }
        }
        return best;
    }

    private static Map<UUID, Integer> taken(List<Chosen> chosen) {
        Map<UUID, Integer> taken = new HashMap<>();
        for (Chosen pair : chosen) {
            taken.merge(pair.candidate().pair().a(), 1, Integer::sum);
            taken.merge(pair.candidate().pair().b(), 1, Integer::sum);
        }
        return taken;
    }

    @Provide
    Arbitrary<List<Candidate>> candidates() {
        Arbitrary<Integer> people = Arbitraries.integers().between(0, 6);
        return Combinators.combine(people, people, Arbitraries.integers().between(1, 40))
                .as((a, b, score) -> candidate(a, b == a ? 7 : b, score))
                .list()
                .ofMaxSize(10)
                .uniqueElements(Candidate::pair);
    }

    private static Candidate candidate(int a, int b, int score) {
        return new Candidate(Pair.of(person(a), person(b)), score, List.of(), false);
    }

    private static UUID person(int number) {
        return new UUID(1, number);
    }
}
