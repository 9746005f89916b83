package org.rapport.reporting.report.readinessexposure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Counts pairs of people who were at one session or more together, from how many were at the same sessions: either by
 * comparing the different combinations of sessions with each other, or, where there are many, by inclusion and exclusion
 * over the combinations within each (pairs at one session, less those at two together, and so on), so that it never takes
 * the square of the attendance.
 */
final class SharedSessions {

    private static final int MOST_SESSIONS = 20;

    private SharedSessions() {}

    /** Pairs of one of the first and one of the second, in both orders if they are the same people. */
    static long between(Map<Set<UUID>, Long> first, Map<Set<UUID>, Long> second) {
        return (double) first.size() * second.size() <= subsets(first) + subsets(second)
                ? compared(first, second)
                : included(first, second);
    }

    /** Pairs among people. */
    static long among(Map<Set<UUID>, Long> people) {
        long withThemselves = people.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return (between(people, people) - withThemselves) / 2;
    }

    private static double subsets(Map<Set<UUID>, Long> people) {
        double subsets = 0;
        for (Set<UUID> sessions : people.keySet()) {
            subsets += sessions.size() > MOST_SESSIONS ? Double.POSITIVE_INFINITY : Math.pow(2, sessions.size());
        }
        return subsets;
    }

    static long compared(Map<Set<UUID>, Long> first, Map<Set<UUID>, Long> second) {
        long pairs = 0;
        for (Map.Entry<Set<UUID>, Long> one : first.entrySet()) {
            for (Map.Entry<Set<UUID>, Long> other : second.entrySet()) {
                if (one.getKey().stream().anyMatch(other.getKey()::contains)) {
                    pairs += one.getValue() * other.getValue();
                }
            }
        }
        return pairs;
    }

    static long included(Map<Set<UUID>, Long> first, Map<Set<UUID>, Long> second) {
        Map<Set<UUID>, Long> atAllOfFirst = atAllOf(first);
        Map<Set<UUID>, Long> atAllOfSecond = atAllOf(second);
        long pairs = 0;
        for (Map.Entry<Set<UUID>, Long> sessions : atAllOfFirst.entrySet()) {
            long product = sessions.getValue() * atAllOfSecond.getOrDefault(sessions.getKey(), 0L);
            pairs += sessions.getKey().size() % 2 == 1 ? product : -product;
        }
        return pairs;
    }

    /** How many people were at all sessions of a combination, whatever else they were at. */
    private static Map<Set<UUID>, Long> atAllOf(Map<Set<UUID>, Long> people) {
        Map<Set<UUID>, Long> counts = new HashMap<>();
        people.forEach((sessions, number) -> {
            List<UUID> list = List.copyOf(sessions);
            for (int chosen = 1; chosen < 1 << list.size(); chosen++) {
                Set<UUID> combination = new HashSet<>();
                for (int i = 0; i < list.size(); i++) {
                    if ((chosen >> i & 1) == 1) {
                        combination.add(list.get(i));
                    }
                }
                counts.merge(combination, number, Long::sum);
            }
        });
        return counts;
    }
}
