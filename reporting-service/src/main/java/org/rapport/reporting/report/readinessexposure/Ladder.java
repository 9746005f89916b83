package org.rapport.reporting.report.readinessexposure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** Counts who of those who came were at sessions together, or put there by chance. */
    void add(Memberships memberships, Gathering gathering) {
        Map<Integer, Map<Set<Integer>, Long>> byKind = new HashMap<>();
        Map<Set<Integer>, Long> all = new HashMap<>();
        Map<Set<Integer>, Long> randomised = new HashMap<>();
        for (int i = 0; i < gathering.followed(); i++) {
            int at = gathering.members()[i];
            if (memberships.exposed(at) && !memberships.sessions().isEmpty(at)) {
                Set<Integer> sessions = set(memberships.sessions().of(at));
                byKind.computeIfAbsent(gathering.kindOf()[i], kind -> new HashMap<>())
                        .merge(sessions, 1L, Long::sum);
                all.merge(sessions, 1L, Long::sum);
            }
            if (memberships.exposed(at) && !memberships.randomised().isEmpty(at)) {
                randomised.merge(set(memberships.randomised().of(at)), 1L, Long::sum);
            }
        }
        together += SharedSessions.among(all);
        togetherMatched += matchedTogether(memberships, gathering, byKind);
        long same = SharedSessions.among(randomised);
        long number = randomised.values().stream().mapToLong(Long::longValue).sum();
        sameRandomised.addAll(same, 0);
        otherRandomised.addAll(Gathering.pairs(number) - same, 0);
    }

    private static Set<Integer> set(int[] sessions) {
        return IntStream.of(sessions).boxed().collect(Collectors.toSet());
    }

    private static long matchedTogether(
            Memberships memberships, Gathering gathering, Map<Integer, Map<Set<Integer>, Long>> byKind) {
        long twice = 0;
        for (Map.Entry<Integer, Map<Set<Integer>, Long>> one : byKind.entrySet()) {
            int example = gathering.kinds().get(one.getKey()).example();
            for (Map.Entry<Integer, Map<Set<Integer>, Long>> other : byKind.entrySet()) {
                if (memberships.match(
                        example, gathering.kinds().get(other.getKey()).example())) {
                    twice += one.getKey().equals(other.getKey())
                            ? 2 * SharedSessions.among(one.getValue())
                            : SharedSessions.between(one.getValue(), other.getValue());
                }
            }
        }
        return twice / 2;
    }

    /** Adds two who met or were introduced to each other, and came both. */
    void addIntroduced(boolean matched, boolean sameSession) {
        introduced++;
        introducedMatched += matched ? 1 : 0;
        introducedOfSameSession += sameSession ? 1 : 0;
        introducedMatchedOfSameSession += matched && sameSession ? 1 : 0;
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
