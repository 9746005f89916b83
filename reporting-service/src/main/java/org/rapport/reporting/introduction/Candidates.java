package org.rapport.reporting.introduction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.reporting.introduction.Registered.Need;
import org.rapport.reporting.introduction.Registered.Offer;

/**
 * Finds the pairs of whom one needs what the other offers and who have no tie yet, and says how much speaks for each: the
 * points of the best match in either direction (so two who can help each other come before others), 8 for belonging to
 * different organisations, and 24 divided by how many could be suggested to the one of the two who has fewer of them, so that
 * somebody whom only one can help does not lose that one to those whom many can.
 *
 * <p>A need is held against at most 30 offers of its topic, those of its kind first; where there are more, the needs of the
 * topic are spread evenly over them. So the work grows with needs and offers, not with all their pairs.
 */
final class Candidates {

    static final int OFFERS_PER_NEED = 30;

    private static final int DIFFERENT_ORGANISATIONS = 8;
    private static final int SCARCITY = 24;

    private final Registered registered;
    private final Map<Pair, Map<UUID, Match>> bestOfNeedy = new HashMap<>();

    private Candidates(Registered registered) {
        this.registered = registered;
    }

    /** In no order. */
    static List<Candidate> of(Registered registered) {
        Candidates candidates = new Candidates(registered);
        candidates.match();
        return candidates.scored();
    }

    private void match() {
        Map<String, List<Offer>> offers = registered.offers().stream()
                .sorted(Comparator.comparing(Offer::id, Pair.BY_ID))
                .collect(Collectors.groupingBy(Offer::topic));
        Map<String, List<Need>> needs = registered.needs().stream()
                .sorted(Comparator.comparing(Need::id, Pair.BY_ID))
                .collect(Collectors.groupingBy(Need::topic));
        needs.forEach((topic, ofTopic) -> match(ofTopic, offers.getOrDefault(topic, List.of())));
    }

    private void match(List<Need> needs, List<Offer> offers) {
        Map<String, List<Offer>> byKind =
                offers.stream().filter(offer -> offer.kind() != null).collect(Collectors.groupingBy(Offer::kind));
        for (int i = 0; i < needs.size(); i++) {
            Need need = needs.get(i);
            List<Offer> sameKind = need.kind() == null ? List.of() : byKind.getOrDefault(need.kind(), List.of());
            List<Offer> first = some(sameKind, i, OFFERS_PER_NEED);
            Stream.concat(first.stream(), some(offers, i, OFFERS_PER_NEED - first.size()).stream())
                    .filter(offer -> !offer.participant().equals(need.participant()))
                    .forEach(offer -> add(new Match(need, offer)));
        }
    }

    /** So many of them, beginning where the one before has ended. */
    private static List<Offer> some(List<Offer> offers, int turn, int most) {
        int count = Math.min(most, offers.size());
        List<Offer> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(offers.get((int) (((long) turn * count + i) % offers.size())));
        }
        return some;
    }

    private void add(Match match) {
        Pair pair = Pair.of(match.need().participant(), match.offer().participant());
        if (!registered.ties().contains(pair)) {
            bestOfNeedy
                    .computeIfAbsent(pair, none -> new HashMap<>())
                    .merge(
                            match.need().participant(),
                            match,
                            (held, next) -> Match.BEST_FIRST.compare(held, next) <= 0 ? held : next);
        }
    }

    private List<Candidate> scored() {
        Map<UUID, Integer> partners = new HashMap<>();
        for (Pair pair : bestOfNeedy.keySet()) {
            partners.merge(pair.a(), 1, Integer::sum);
            partners.merge(pair.b(), 1, Integer::sum);
        }
        List<Candidate> candidates = new ArrayList<>();
        bestOfNeedy.forEach((pair, best) -> {
            List<Match> matches = Stream.of(best.get(pair.a()), best.get(pair.b()))
                    .filter(Objects::nonNull)
                    .sorted(Match.BEST_FIRST)
                    .toList();
            boolean different = registered.areOfDifferentOrganisations(pair);
            int score = matches.stream().mapToInt(Match::points).sum()
                    + (different ? DIFFERENT_ORGANISATIONS : 0)
                    + SCARCITY / Math.min(partners.get(pair.a()), partners.get(pair.b()));
            candidates.add(new Candidate(pair, score, matches, different));
        });
        return candidates;
    }
}
