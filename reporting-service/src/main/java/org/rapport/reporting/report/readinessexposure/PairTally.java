package org.rapport.reporting.report.readinessexposure;

import java.util.List;
import org.rapport.reporting.report.participation.Records;
import org.rapport.reporting.statistics.network.DyadicRelativeRisk;

/**
 * Counts pairs of people at events. Pairs without an exchange are counted by multiplying numbers of people of a kind;
 * those with one, or with a prior tie, are taken out of that count and put where they belong. Events are looked at one by
 * one; of each place, only with how many others it matches is kept.
 */
final class PairTally {

    private final boolean newTies;
    private final Memberships memberships;
    private final Records records;
    private final Gatherings gatherings;
    private final List<ExchangingPair> standingOut;
    private final Ladder ladder;
    private final PairCounts counts;
    private final DyadicRelativeRisk risks = new DyadicRelativeRisk(2);

    private final int[] kindOf;
    private final int[] matchedExposed;
    private final int[] matchedUnexposed;
    private final int[] followed;
    private final int[] exposed;

    /** By how much each person's pairs differ from what was counted, for those of whom they do. */
    private final int[][] corrections;

    /** @param standingOut pairs with an exchange after or before an event, those of two people one after the other */
    PairTally(boolean newTies, Memberships memberships, List<ExchangingPair> standingOut, Ladder ladder) {
        this.newTies = newTies;
        this.memberships = memberships;
        this.records = memberships.records();
        this.gatherings = new Gatherings(memberships);
        this.standingOut = standingOut;
        this.ladder = ladder;
        this.kindOf = new int[records.size()];
        this.matchedExposed = new int[records.size()];
        this.matchedUnexposed = new int[records.size()];
        this.followed = new int[gatherings.size()];
        this.exposed = new int[gatherings.size()];
        this.corrections = new int[records.people()][];
        this.counts = new PairCounts(
                risks, (int) records.persons().filter(records::consents).count(), (int)
                        records.persons().filter(this::isNotFollowed).count());
    }

    private boolean isNotFollowed(int person) {
        return records.consents(person)
                && memberships.followed().nextClearBit(records.first(person)) < records.end(person);
    }

    PairCounts count() {
        for (int event = 0; event < gatherings.size(); event++) {
            addUnlooked(event);
        }
        ladder.close(counts);
        new SeveralEvents(memberships, gatherings, kindOf).addTo(risks);
        addStandingOut();
        addPeople();
        counts.qap(new PairPermutations(exchangingOnly(), memberships, gatherings, kindOf));
        return counts;
    }

    private boolean leavesOut(ExchangingPair pair) {
        return newTies && pair.priorTie();
    }

    private List<ExchangingPair> exchangingOnly() {
        return standingOut.stream()
                .filter(pair -> pair.exchanges() > 0 && !leavesOut(pair))
                .toList();
    }

    private void addUnlooked(int event) {
        Gathering gathering = gatherings.gathering(event);
        gathering.countMatches();
        followed[event] = gathering.followed();
        exposed[event] = gathering.exposed();
        for (int i = 0; i < gathering.followed(); i++) {
            int at = gathering.members()[i];
            Gathering.Kind kind = gathering.kinds().get(gathering.kindOf()[i]);
            kindOf[at] = gathering.kindOf()[i];
            matchedExposed[at] = kind.matchedExposed();
            matchedUnexposed[at] = kind.matchedUnexposed();
        }
        Tallies twice = new Tallies();
        for (Gathering.Kind kind : gathering.kinds()) {
            twice.add(pairsOfOne(kind.example()).counts(), kind.people());
        }
        Tallies base = new Tallies();
        for (int cell = 0; cell < Tallies.CELLS; cell++) {
            base.add(cell, twice.counts()[cell] / 2);
            risks.addPairs(base.counts()[cell], new Tallies().add(cell, 1).tables());
        }
        counts.add(gathering, gatherings.members(event), memberships.events().isCancelled(event), base);
        ladder.add(memberships, gathering);
    }

    /** The pairs that somebody forms at an event, had nobody an exchange. */
    private Tallies pairsOfOne(int at) {
        int event = records.event(at);
        long others = followed[event] - 1L;
        long othersExposed = memberships.exposed(at) ? exposed[event] - 1L : 0;
        return new Tallies()
                .add(Tallies.cell(true, true, false), matchedExposed[at])
                .add(Tallies.cell(true, false, false), matchedUnexposed[at])
                .add(Tallies.cell(false, true, false), othersExposed - matchedExposed[at])
                .add(Tallies.cell(false, false, false), others - othersExposed - matchedUnexposed[at]);
    }

    private void addStandingOut() {
        int from = 0;
        while (from < standingOut.size()) {
            ExchangingPair first = standingOut.get(from);
            int to = from + 1;
            while (to < standingOut.size()
                    && standingOut.get(to).a() == first.a()
                    && standingOut.get(to).b() == first.b()) {
                to++;
            }
            addTwoPeople(standingOut.subList(from, to));
            from = to;
        }
    }

    /** What two people were counted as, at all events together, is replaced by what they are. */
    private void addTwoPeople(List<ExchangingPair> pairs) {
        int a = pairs.get(0).a();
        int b = pairs.get(0).b();
        Tallies before = memberships.pairsOf(a, b);
        Tallies after = new Tallies();
        after.add(before.counts(), 1);
        for (ExchangingPair pair : pairs) {
            boolean leftOut = leavesOut(pair);
            int was = Tallies.cell(pair.matched(), pair.exposed(), false);
            int is = Tallies.cell(pair.matched(), pair.exposed(), pair.exchanges() > 0);
            after.add(was, -1).add(is, leftOut ? 0 : 1);
            for (int person : new int[] {a, b}) {
                int[] correction = correction(person);
                correction[was]--;
                correction[is] += leftOut ? 0 : 1;
            }
            counts.add(pair, leftOut);
            ladder.add(pair, leftOut);
        }
        risks.addPairs(-1, before.tables());
        risks.addPairs(1, after.tables());
    }

    private int[] correction(int person) {
        if (corrections[person] == null) {
            corrections[person] = new int[Tallies.CELLS];
        }
        return corrections[person];
    }

    private void addPeople() {
        for (int person = 0; person < records.people(); person++) {
            if (records.consents(person)) {
                Tallies pairs = new Tallies();
                for (int at = records.first(person); at < records.end(person); at++) {
                    if (memberships.followed().get(at)) {
                        pairs.add(pairsOfOne(at).counts(), 1);
                    }
                }
                for (int cell = 0; cell < Tallies.CELLS && corrections[person] != null; cell++) {
                    pairs.add(cell, corrections[person][cell]);
                }
                risks.addPerson(pairs.tables());
            }
        }
    }
}
