package org.rapport.reporting.report.readinessexposure;

import java.util.BitSet;
import org.rapport.reporting.statistics.network.DyadicRelativeRisk;

/** What the pairs come to. */
final class PairCounts {

    private static final int MATCHED = 0;
    private static final int UNMATCHED = 2;
    private static final int EXPOSED = 0;
    private static final int UNEXPOSED = 1;

    private final DyadicRelativeRisk risks;
    private final int people;
    private final int peopleNotFollowed;
    private final PairCount[] cells = {new PairCount(), new PairCount(), new PairCount(), new PairCount()};

    final PairCount notAttended = new PairCount();
    final PairCount cancelledEvent = new PairCount();
    private long all;
    private long followed;
    private long priorTies;
    private final BitSet peopleWithPriorTies = new BitSet();
    private PairPermutations permutations;

    PairCounts(DyadicRelativeRisk risks, int people, int peopleNotFollowed) {
        this.risks = risks;
        this.people = people;
        this.peopleNotFollowed = peopleNotFollowed;
    }

    void add(EventPairs pairs, long members, boolean cancelled) {
        all += Gathering.pairs(members);
        followed += pairs.followedPairs();
        cell(true, true).addAll(pairs.matchedExposed(), pairs.matchedExposed());
        cell(true, false).addAll(pairs.matchedUnexposed(), pairs.matchedUnexposed());
        cell(false, true).addAll(pairs.unmatchedExposed(), 0);
        cell(false, false).addAll(pairs.unmatchedUnexposed(), 0);
        (cancelled ? cancelledEvent : notAttended)
                .addAll(pairs.followedPairs() - pairs.exposedPairs(), pairs.matchedUnexposed());
    }

    void add(ExchangingPair pair, boolean leftOut) {
        if (leftOut) {
            priorTies++;
            peopleWithPriorTies.set(pair.a());
            peopleWithPriorTies.set(pair.b());
        }
        cell(pair.matched(), pair.exposed()).add(pair, leftOut);
        if (!pair.exposed()) {
            (pair.cancelled() ? cancelledEvent : notAttended).add(pair, leftOut);
        }
    }

    void qap(PairPermutations ofPairs) {
        permutations = ofPairs;
    }

    PairCount cell(boolean matched, boolean exposed) {
        return cells[(matched ? MATCHED : UNMATCHED) + (exposed ? EXPOSED : UNEXPOSED)];
    }

    DyadicRelativeRisk risks() {
        return risks;
    }

    PairPermutations permutations() {
        return permutations;
    }

    long people() {
        return people;
    }

    /** How many people could not be followed after one event at least. */
    long peopleNotFollowed() {
        return peopleNotFollowed;
    }

    long all() {
        return all;
    }

    long unascertained() {
        return all - followed;
    }

    long priorTies() {
        return priorTies;
    }

    long peopleWithPriorTies() {
        return peopleWithPriorTies.cardinality();
    }

    long inRiskSet() {
        return followed - priorTies;
    }
}
