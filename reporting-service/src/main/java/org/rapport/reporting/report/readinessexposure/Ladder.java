package org.rapport.reporting.report.readinessexposure;

import java.util.EnumMap;
import java.util.Map;

/** How near two people came to each other at an event: pairs by the highest rung they reached. */
final class Ladder {

    /** From not having been there together at all. */
    enum Rung {
        NONE,
        SAME_EVENT,
        SAME_SESSION,
        INTRODUCED;

        static Rung of(ExchangingPair pair) {
            if (!pair.exposed()) {
                return NONE;
            }
            if (pair.met()) {
                return INTRODUCED;
            }
            return pair.sameSession() ? SAME_SESSION : SAME_EVENT;
        }
    }

    private long together;
    private long togetherMatched;
    private final Map<Rung, PairCount> rungs = new EnumMap<>(Rung.class);
    private long introduced;
    private long introducedMatched;
    private long introducedOfSameSession;
    private long introducedMatchedOfSameSession;

    final PairCount sameRandomised = new PairCount();
    final PairCount otherRandomised = new PairCount();

    Ladder() {
        for (Rung rung : Rung.values()) {
            rungs.put(rung, new PairCount());
        }
    }

    Map<Rung, PairCount> rungs() {
        return rungs;
    }

    void add(EventPairs pairs) {
        together += pairs.together();
        togetherMatched += pairs.togetherMatched();
        sameRandomised.addAll(pairs.sameRandomised(), 0);
        otherRandomised.addAll(pairs.randomised() - pairs.sameRandomised(), 0);
    }

    /** Adds pairs who met or were introduced to each other, and came both. */
    void add(Introductions pairs) {
        introduced += pairs.pairs();
        introducedMatched += pairs.matched();
        introducedOfSameSession += pairs.ofSameSession();
        introducedMatchedOfSameSession += pairs.matchedOfSameSession();
    }

    void add(ExchangingPair pair, boolean leftOut) {
        rungs.get(Rung.of(pair)).add(pair, leftOut);
        if (pair.randomised()) {
            (pair.sameRandomised() ? sameRandomised : otherRandomised).add(pair, leftOut);
        }
    }

    /** To be called once, with the pairs as counted before any of them stands out. */
    void close(PairCounts counts) {
        long matchedExposed = counts.cell(true, true).pairs();
        long exposed = matchedExposed + counts.cell(false, true).pairs();
        long matchedUnexposed = counts.cell(true, false).pairs();
        rungs.get(Rung.NONE).addAll(matchedUnexposed + counts.cell(false, false).pairs(), matchedUnexposed);
        rungs.get(Rung.INTRODUCED).addAll(introduced, introducedMatched);
        rungs.get(Rung.SAME_SESSION)
                .addAll(together - introducedOfSameSession, togetherMatched - introducedMatchedOfSameSession);
        rungs.get(Rung.SAME_EVENT)
                .addAll(
                        exposed - together - (introduced - introducedOfSameSession),
                        matchedExposed - togetherMatched - (introducedMatched - introducedMatchedOfSameSession));
    }
}
