package org.rapport.reporting.introduction;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.introduction.Registered.Need;
import org.rapport.reporting.introduction.Registered.Offer;

/** Who might be introduced to whom, and how much speaks for it. */
class CandidatesTest {

    private static final UUID ANN = person(1);
    private static final UUID BOB = person(2);
    private static final UUID CEM = person(3);

    @Test
    void aNeedMeetsTheOffersOfItsTopicButNotOnesOwn() {
        List<Candidate> candidates = Candidates.of(registered(
                List.of(need(1, ANN, "T1", "SKILL", 0, 0)),
                List.of(offer(1, BOB, "T1", "DATA"), offer(2, CEM, "T2", "SKILL"), offer(3, ANN, "T1", "SKILL"))));
        assertThat(candidates.stream().map(Candidate::pair).toList(), equalTo(List.of(Pair.of(ANN, BOB))));
    }

    @Test
    void whoHasATieNeedsNoIntroduction() {
        Registered registered = new Registered(
                Map.of(),
                List.of(need(1, ANN, "T1", null, 0, 0)),
                List.of(offer(1, BOB, "T1", null)),
                Set.of(Pair.of(BOB, ANN)));
        assertThat(Candidates.of(registered), empty());
    }

    @Test
    void readinessUrgencyAndKindCount() {
        assertThat(new Match(need(1, ANN, "T", "SKILL", 16, 4), offer(1, BOB, "T", "SKILL")).points(), is(66));
        assertThat(new Match(need(1, ANN, "T", "SKILL", 8, 2), offer(1, BOB, "T", null)).points(), is(38));
        assertThat(new Match(need(1, ANN, "T", null, 0, 0), offer(1, BOB, "T", null)).points(), is(16));
        assertThat(new Match(need(1, ANN, "T", "SKILL", 0, 0), offer(1, BOB, "T", "DATA")).points(), is(10));
    }

    @Test
    void whatGoesBothWaysAndAcrossOrganisationsAndIsTheOnlyChanceCountsMore() {
        List<Need> needs = List.of(need(1, ANN, "T1", "SKILL", 0, 0), need(2, BOB, "T2", "DATA", 0, 0));
        List<Offer> offers = List.of(offer(1, BOB, "T1", "SKILL"), offer(2, ANN, "T2", "TOOL"));
        Registered registered =
                new Registered(Map.of(ANN, Set.of(person(8)), BOB, Set.of(person(9))), needs, offers, Set.of());

        Candidate candidate = Candidates.of(registered).get(0);

        assertThat(candidate.matches(), hasSize(2));
        assertThat(candidate.matches().get(0).need().id(), is(needs.get(0).id()));
        assertThat(candidate.differentOrganisations(), is(true));
        assertThat(candidate.score(), is(22 + 10 + 8 + 24));
    }

    /** Ten who offer, one of whom only one needs: the one is not lost to the others. */
    @Test
    void theOnlyOneWhoCanHelpIsNotGivenAwayToThoseWhomManyCanHelp() {
        List<Need> needs = new ArrayList<>(List.of(need(1, ANN, "T1", null, 0, 0), need(2, BOB, "T1", null, 4, 0)));
        needs.add(need(3, BOB, "T2", null, 3, 0));
        List<Offer> offers = new ArrayList<>(List.of(offer(1, CEM, "T1", null)));
        IntStream.range(10, 20).forEach(i -> offers.add(offer(i, person(i), "T2", null)));

        List<FairChoice.Chosen> chosen = FairChoice.from(Candidates.of(registered(needs, offers)), 1);

        assertThat(
                chosen.stream().map(pair -> pair.candidate().pair()).toList(),
                containsInAnyOrder(Pair.of(ANN, CEM), Pair.of(BOB, person(10))));
    }

    @Test
    void workGrowsWithNeedsAndNotWithTheirPairsAndOffersAreAskedForEvenly() {
        int people = 600;
        List<Need> needs = IntStream.range(0, people)
                .mapToObj(i -> need(i, person(i), "T1", "SKILL", 8, 2))
                .toList();
        List<Offer> offers = IntStream.range(0, people)
                .mapToObj(i -> offer(i, person(people + i), "T1", "SKILL"))
                .toList();

        List<Candidate> candidates = Candidates.of(registered(needs, offers));

        assertThat(candidates, hasSize(people * Candidates.OFFERS_PER_NEED));
        Map<UUID, Long> asked = candidates.stream()
                .collect(Collectors.groupingBy(
                        candidate -> candidate.matches().get(0).offer().participant(), Collectors.counting()));
        assertThat(asked.size(), is(people));
        asked.values().forEach(count -> assertThat(count, lessThanOrEqualTo((long) Candidates.OFFERS_PER_NEED)));
    }

    @Property(tries = 100)
    void theOrderInWhichNeedsAndOffersComeDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<Need> needs = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String topic = "T" + random.nextInt(2);
            needs.add(need(i, person(random.nextInt(40)), topic, kind(random), random.nextInt(17), random.nextInt(5)));
            offers.add(offer(i, person(random.nextInt(40)), topic, kind(random)));
        }
        List<FairChoice.Chosen> chosen = FairChoice.from(Candidates.of(registered(needs, offers)), 2);
        Collections.shuffle(needs, random);
        Collections.shuffle(offers, random);
        assertThat(FairChoice.from(Candidates.of(registered(needs, offers)), 2), equalTo(chosen));
    }

    private static String kind(Random random) {
        return new String[] {null, "SKILL", "DATA"}[random.nextInt(3)];
    }

    private static Registered registered(List<Need> needs, List<Offer> offers) {
        return new Registered(Map.of(), needs, offers, Set.of());
    }

    private static Need need(int id, UUID participant, String topic, String kind, int readiness, int urgency) {
        return new Need(new UUID(2, id), participant, topic, kind, readiness, urgency);
    }

    private static Offer offer(int id, UUID participant, String topic, String kind) {
        return new Offer(new UUID(3, id), participant, topic, kind);
    }

    private static UUID person(int number) {
        return new UUID(1, number);
    }
}
