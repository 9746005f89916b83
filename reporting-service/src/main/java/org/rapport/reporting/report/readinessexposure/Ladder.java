package org.rapport.reporting.report.readinessexposure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.reporting.report.readinessexposure.PairQuery.ExchangingPair;
import org.rapport.reporting.report.readinessexposure.PairQuery.IntroducedPairs;
import org.rapport.reporting.report.readinessexposure.PairQuery.SessionGroup;
import org.rapport.reporting.report.readinessexposure.PairQuery.Topics;

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

    private final Map<UUID, Map<Topics, Map<Set<UUID>, Long>>> sessions = new HashMap<>();
    private final Map<UUID, Map<Set<UUID>, Long>> randomised = new HashMap<>();
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

    void add(SessionGroup group) {
        sessions.computeIfAbsent(group.eventId(), id -> new HashMap<>())
                .computeIfAbsent(group.topics(), topics -> new HashMap<>())
                .merge(new HashSet<>(group.sessions()), group.people(), Long::sum);
        if (!group.randomised().isEmpty()) {
            randomised
                    .computeIfAbsent(group.eventId(), id -> new HashMap<>())
                    .merge(new HashSet<>(group.randomised()), group.people(), Long::sum);
        }
    }

    void add(IntroducedPairs pairs) {
        introduced += pairs.pairs();
        introducedMatched += pairs.matched() ? pairs.pairs() : 0;
        introducedOfSameSession += pairs.sameSession() ? pairs.pairs() : 0;
        introducedMatchedOfSameSession += pairs.matched() && pairs.sameSession() ? pairs.pairs() : 0;
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
        long together = 0;
        long togetherMatched = 0;
        for (Map<Topics, Map<Set<UUID>, Long>> event : sessions.values()) {
            Map<Set<UUID>, Long> all = new HashMap<>();
            event.values().forEach(people -> people.forEach((set, number) -> all.merge(set, number, Long::sum)));
            together += SharedSessions.among(all);
            togetherMatched += matchedTogether(event);
        }
        rungs.get(Rung.NONE).addAll(matchedUnexposed + counts.cell(false, false).pairs(), matchedUnexposed);
        rungs.get(Rung.INTRODUCED).addAll(introduced, introducedMatched);
        rungs.get(Rung.SAME_SESSION)
                .addAll(together - introducedOfSameSession, togetherMatched - introducedMatchedOfSameSession);
        rungs.get(Rung.SAME_EVENT)
                .addAll(
                        exposed - together - (introduced - introducedOfSameSession),
                        matchedExposed - togetherMatched - (introducedMatched - introducedMatchedOfSameSession));
        randomised.values().forEach(people -> {
            long same = SharedSessions.among(people);
            long number = people.values().stream().mapToLong(Long::longValue).sum();
            sameRandomised.addAll(same, 0);
            otherRandomised.addAll(Gathering.pairs(number) - same, 0);
        });
    }

    private static long matchedTogether(Map<Topics, Map<Set<UUID>, Long>> event) {
        long twice = 0;
        for (Map.Entry<Topics, Map<Set<UUID>, Long>> one : event.entrySet()) {
            for (Map.Entry<Topics, Map<Set<UUID>, Long>> other : event.entrySet()) {
                if (match(one.getKey(), other.getKey())) {
                    twice += one == other || one.getKey().equals(other.getKey())
                            ? 2 * SharedSessions.among(one.getValue())
                            : SharedSessions.between(one.getValue(), other.getValue());
                }
            }
        }
        return twice / 2;
    }

    private static boolean match(Topics one, Topics other) {
        return one.needs().stream().anyMatch(other.offers()::contains)
                || other.needs().stream().anyMatch(one.offers()::contains);
    }
}
