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
    private final List<TwoPeople> exchanging;
    private final Ladder ladder;
    private final PairCounts counts;
    private final DyadicRelativeRisk risks = new DyadicRelativeRisk(2);

    private final MatchCounts matches;
    private final EventPairs[] ofEvents;

    /** By how much each person's pairs differ from what was counted, for those of whom they do. */
    private final int[][] corrections;

    /** @param exchanging people with an exchange after or before an event */
    PairTally(boolean newTies, Memberships memberships, List<TwoPeople> exchanging, Ladder ladder) {
        this.newTies = newTies;
        this.memberships = memberships;
        this.records = memberships.records();
        this.gatherings = new Gatherings(memberships);
        this.exchanging = exchanging;
        this.ladder = ladder;
        this.matches = new MatchCounts(records.size(), memberships.matches().areManyAnywhere());
        this.ofEvents = new EventPairs[gatherings.size()];
        this.corrections = new int[records.people()][];
        this.counts = counts();
    }

    private PairCounts counts() {
        int people = 0;
        int peopleNotFollowed = 0;
        for (int person = 0; person < records.people(); person++) {
            if (records.consents(person)) {
                boolean followed = true;
                for (int at = records.first(person); at < records.end(person); at++) {
                    followed &= memberships.followed(at);
                }
                people++;
                peopleNotFollowed += followed ? 0 : 1;
            }
        }
        return new PairCounts(risks, people, peopleNotFollowed);
    }

    PairCounts count() {
        Parts.of(gatherings.size(), this::findMatches);
        for (int event = 0; event < ofEvents.length; event++) {
            addUnlooked(event);
        }
        ladder.close(counts);
        Parts.of(gatherings.size(), this::severalEvents).forEach(several -> several.addTo(risks));
        exchanging.forEach(this::add);
        Parts.of(records.people(), this::risks).forEach(risks::add);
        counts.qap(new PairPermutations(exchangingOnly(), memberships, gatherings));
        return counts;
    }

    private boolean leavesOut(ExchangingPair pair) {
        return newTies && pair.priorTie();
    }

    private List<ExchangingPair> exchangingOnly() {
        return exchanging.stream()
                .flatMap(two -> two.standingOut().stream())
                .filter(pair -> pair.exchanges() > 0 && !leavesOut(pair))
                .toList();
    }

    private EventPairs[] findMatches(int from, int to) {
        for (int event = from; event < to; event++) {
            ofEvents[event] = EventPairs.of(memberships, event, gatherings.followed(event), matches);
        }
        return ofEvents;
    }

    private void addUnlooked(int event) {
        EventPairs pairs = ofEvents[event];
        addUnlooked(true, true, pairs.matchedExposed());
        addUnlooked(true, false, pairs.matchedUnexposed());
        addUnlooked(false, true, pairs.unmatchedExposed());
        addUnlooked(false, false, pairs.unmatchedUnexposed());
        counts.add(pairs, gatherings.members(event), memberships.events().isCancelled(event));
        ladder.add(pairs);
    }

    private void addUnlooked(boolean matched, boolean exposed, long pairs) {
        risks.addPairs(
                pairs,
                new Tallies().add(Tallies.cell(matched, exposed, false), 1).tables());
    }

    private SeveralEvents severalEvents(int from, int to) {
        SeveralEvents several = new SeveralEvents(memberships, matches);
        for (int event = from; event < to; event++) {
            several.add(event, gatherings.followed(event));
        }
        return several;
    }

    /** What two people were counted as, at all events together, is replaced by what they are. */
    private void add(TwoPeople two) {
        Tallies before = new Tallies();
        Tallies after = new Tallies();
        for (int cell = 0; cell < Tallies.CELLS; cell++) {
            before.add(cell, two.unlooked()[cell]);
            after.add(cell, two.unlooked()[cell]);
        }
        for (ExchangingPair pair : two.standingOut()) {
            boolean leftOut = leavesOut(pair);
            int was = Tallies.cell(pair.matched(), pair.exposed(), false);
            int is = Tallies.cell(pair.matched(), pair.exposed(), pair.exchanges() > 0);
            after.add(was, -1).add(is, leftOut ? 0 : 1);
            correct(pair.a(), was, is, leftOut);
            correct(pair.b(), was, is, leftOut);
            counts.add(pair, leftOut);
            ladder.add(pair, leftOut);
        }
        risks.addPairs(-1, before.tables());
        risks.addPairs(1, after.tables());
    }

    private void correct(int person, int was, int is, boolean leftOut) {
        if (corrections[person] == null) {
            corrections[person] = new int[Tallies.CELLS];
        }
        corrections[person][was]--;
        corrections[person][is] += leftOut ? 0 : 1;
    }

    /** The risks with nothing but some people added. */
    private DyadicRelativeRisk risks(int from, int to) {
        DyadicRelativeRisk some = new DyadicRelativeRisk(2);
        Tallies pairs = new Tallies();
        for (int person = from; person < to; person++) {
            if (records.consents(person)) {
                pairs.clear();
                for (int at = records.first(person); at < records.end(person); at++) {
                    if (memberships.followed(at)) {
                        addPairsOfOne(at, pairs);
                    }
                }
                for (int cell = 0; cell < Tallies.CELLS && corrections[person] != null; cell++) {
                    pairs.add(cell, corrections[person][cell]);
                }
                some.addPerson(pairs.counts());
            }
        }
        return some;
    }

    /** Adds the pairs that somebody forms at an event, had nobody an exchange. */
    private void addPairsOfOne(int at, Tallies pairs) {
        EventPairs ofEvent = ofEvents[memberships.event(at)];
        long others = ofEvent.followed() - 1L;
        long othersExposed = memberships.exposed(at) ? ofEvent.exposed() - 1L : 0;
        pairs.add(Tallies.cell(true, true, false), matches.exposed(at))
                .add(Tallies.cell(true, false, false), matches.unexposed(at))
                .add(Tallies.cell(false, true, false), othersExposed - matches.exposed(at))
                .add(Tallies.cell(false, false, false), others - othersExposed - matches.unexposed(at));
    }
}
