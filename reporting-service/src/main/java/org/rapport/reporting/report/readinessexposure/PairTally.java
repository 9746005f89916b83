package org.rapport.reporting.report.readinessexposure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rapport.reporting.report.readinessexposure.Gathering.Kind;
import org.rapport.reporting.report.readinessexposure.PairQuery.ExchangingPair;
import org.rapport.reporting.report.readinessexposure.PairQuery.Member;
import org.rapport.reporting.statistics.network.DyadicRelativeRisk;

/**
 * Counts pairs of people at events. Pairs without an exchange are counted by multiplying numbers of people of a kind;
 * those with one, or with a prior tie, are taken out of that count and put where they belong.
 */
final class PairTally {

    private final boolean newTies;
    private final List<ExchangingPair> standingOut;
    private final Map<UUID, Gathering> gatherings = new TreeMap<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final IntStream.Builder memberKinds = IntStream.builder();
    private final IntStream.Builder firstOfPeople = IntStream.builder();
    private UUID current;
    private int people;
    private int memberships;
    private int peopleNotFollowed;
    private UUID latestNotFollowed;

    private final Map<Integer, Tallies> corrections = new HashMap<>();
    private final DyadicRelativeRisk risks = new DyadicRelativeRisk(2);

    /** @param standingOut pairs with an exchange after or before an event, those of two people one after the other */
    PairTally(boolean newTies, List<ExchangingPair> standingOut) {
        this.newTies = newTies;
        this.standingOut = standingOut;
        for (ExchangingPair pair : standingOut) {
            numbers.put(pair.a(), null);
            numbers.put(pair.b(), null);
        }
    }

    /** Everybody's one after the other. */
    void add(Member member) {
        Gathering gathering = gatherings.computeIfAbsent(member.eventId(), id -> new Gathering(member.cancelled()));
        gathering.addMember();
        if (!member.participantId().equals(current)) {
            current = member.participantId();
            people++;
            firstOfPeople.add(memberships);
            if (numbers.containsKey(current)) {
                numbers.put(current, people - 1);
            }
        }
        if (member.followed()) {
            Kind kind = gathering.add(member, kinds.size());
            if (kind.number() == kinds.size()) {
                kinds.add(kind);
            }
            memberKinds.add(kind.number());
            memberships++;
        } else if (!current.equals(latestNotFollowed)) {
            latestNotFollowed = current;
            peopleNotFollowed++;
        }
    }

    boolean leavesOut(ExchangingPair pair) {
        return newTies && pair.priorTie();
    }

    /** To be called once all are there. */
    PairCounts close(Ladder ladder) {
        gatherings.values().forEach(Gathering::close);
        Memberships all = new Memberships(kinds, memberKinds.build().toArray(), firstOfPeople());
        PairCounts counts = new PairCounts(risks, people, peopleNotFollowed);
        gatherings.values().forEach(gathering -> addUnlooked(gathering, counts));
        ladder.close(counts);
        new SeveralEvents(all).addTo(risks);
        addStandingOut(all, counts, ladder);
        addPeople(all);
        counts.qap(new PairPermutations(exchangingOnly(), all, numbers, gatherings));
        return counts;
    }

    private int[] firstOfPeople() {
        firstOfPeople.add(memberships);
        return firstOfPeople.build().toArray();
    }

    private List<ExchangingPair> exchangingOnly() {
        return standingOut.stream()
                .filter(pair -> pair.exchanges() > 0 && !leavesOut(pair))
                .toList();
    }

    private void addUnlooked(Gathering gathering, PairCounts counts) {
        Tallies twice = new Tallies();
        for (Kind kind : gathering.kinds()) {
            long[] each = kind.pairsOfEach();
            for (int cell = 0; cell < Tallies.CELLS; cell++) {
                twice.add(cell, kind.people() * each[cell]);
            }
        }
        Tallies base = new Tallies();
        for (int cell = 0; cell < Tallies.CELLS; cell++) {
            base.add(cell, twice.counts()[cell] / 2);
            risks.addPairs(base.counts()[cell], new Tallies().add(cell, 1).tables());
        }
        counts.add(gathering, base);
    }

    private void addStandingOut(Memberships all, PairCounts counts, Ladder ladder) {
        int from = 0;
        while (from < standingOut.size()) {
            ExchangingPair first = standingOut.get(from);
            int to = from + 1;
            while (to < standingOut.size()
                    && standingOut.get(to).a().equals(first.a())
                    && standingOut.get(to).b().equals(first.b())) {
                to++;
            }
            addTwoPeople(standingOut.subList(from, to), all, counts, ladder);
            from = to;
        }
    }

    /** What two people were counted as, at all events together, is replaced by what they are. */
    private void addTwoPeople(List<ExchangingPair> pairs, Memberships all, PairCounts counts, Ladder ladder) {
        int a = numbers.get(pairs.get(0).a());
        int b = numbers.get(pairs.get(0).b());
        Tallies before = all.pairsOf(a, b);
        Tallies after = new Tallies();
        after.add(before.counts());
        for (ExchangingPair pair : pairs) {
            boolean leftOut = leavesOut(pair);
            int was = Tallies.cell(pair.matched(), pair.exposed(), false);
            int is = Tallies.cell(pair.matched(), pair.exposed(), pair.exchanges() > 0);
            for (Tallies tallies : List.of(after, correction(a), correction(b))) {
                tallies.add(was, -1);
                tallies.add(is, leftOut ? 0 : 1);
            }
            counts.add(pair, leftOut);
            ladder.add(pair, leftOut);
        }
        risks.addPairs(-1, before.tables());
        risks.addPairs(1, after.tables());
    }

    private Tallies correction(int person) {
        return corrections.computeIfAbsent(person, number -> new Tallies());
    }

    private void addPeople(Memberships all) {
        long[][] ofEach = kinds.stream().map(Kind::pairsOfEach).toArray(long[][]::new);
        for (int person = 0; person < all.people(); person++) {
            Tallies pairs = new Tallies();
            all.kindsOf(person).forEach(kind -> pairs.add(ofEach[kind]));
            if (corrections.containsKey(person)) {
                pairs.add(corrections.get(person).counts());
            }
            risks.addPerson(pairs.tables());
        }
    }
}
