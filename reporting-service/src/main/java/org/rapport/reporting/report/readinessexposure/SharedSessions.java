package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapport.reporting.report.participation.IntLists;

/**
 * Counts pairs of people who were at one session or more together, from how many were at the same sessions: either by
 * comparing the different combinations of sessions with each other, or, where there are many, by inclusion and exclusion
 * over the combinations within each (pairs at one session, less those at two together, and so on), so that it never takes
 * the square of the attendance.
 */
final class SharedSessions {

    private static final int MOST_SESSIONS = 20;

    /** So many combinations, or pairs of people, are compared whatever there is to gain. */
    private static final int FEW_COMBINATIONS = 200;

    private static final int FEW_PAIRS = 4_000;

    private SharedSessions() {}

    /** Pairs among people with some of these lists of sessions; the combinations of few are compared by a bit for each session. */
    static long among(IntLists sessions, int[] people, int from, int to) {
        long[] combinations = new long[to - from];
        for (int i = from; i < to; i++) {
            for (int j = sessions.from(people[i]); j < sessions.to(people[i]); j++) {
                if (sessions.at(j) >= Long.SIZE) {
                    return among(combinations(sessions, people, from, to));
                }
                combinations[i - from] |= 1L << sessions.at(j);
            }
        }
        Arrays.sort(combinations);
        int[] numbers = new int[combinations.length];
        int distinct = 0;
        for (int i = 0; i < combinations.length; i++) {
            if (i == 0 || combinations[i] != combinations[distinct - 1]) {
                combinations[distinct++] = combinations[i];
            }
            numbers[distinct - 1]++;
        }
        if (distinct > FEW_COMBINATIONS) {
            return among(combinations(sessions, people, from, to));
        }
        long pairs = 0;
        for (int i = 0; i < distinct; i++) {
            pairs += combinations[i] == 0 ? 0 : Gathering.pairs(numbers[i]);
            for (int j = 0; j < i; j++) {
                pairs += (combinations[i] & combinations[j]) == 0 ? 0 : (long) numbers[i] * numbers[j];
            }
        }
        return pairs;
    }

    /** Pairs of one person with some of these lists of sessions and one with others. */
    static long between(IntLists sessions, int[] people, int from, int to, int fromOther, int toOther) {
        if ((long) (to - from) * (toOther - fromOther) > FEW_PAIRS) {
            return between(
                    combinations(sessions, people, from, to), combinations(sessions, people, fromOther, toOther));
        }
        long pairs = 0;
        for (int i = from; i < to; i++) {
            for (int j = fromOther; j < toOther; j++) {
                pairs += sessions.overlap(people[i], people[j]) ? 1 : 0;
            }
        }
        return pairs;
    }

    private static Map<Set<Integer>, Long> combinations(IntLists sessions, int[] people, int from, int to) {
        Map<Set<Integer>, Long> combinations = new HashMap<>();
        for (int i = from; i < to; i++) {
            Set<Integer> ofOne = new HashSet<>();
            for (int j = sessions.from(people[i]); j < sessions.to(people[i]); j++) {
                ofOne.add(sessions.at(j));
            }
            combinations.merge(ofOne, 1L, Long::sum);
        }
        return combinations;
    }

    /** Pairs of one of the first and one of the second, in both orders if they are the same people. */
    static <T> long between(Map<Set<T>, Long> first, Map<Set<T>, Long> second) {
        return (double) first.size() * second.size() <= subsets(first) + subsets(second)
                ? compared(first, second)
                : included(first, second);
    }

    /** Pairs among people. */
    static <T> long among(Map<Set<T>, Long> people) {
        long withThemselves = people.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return (between(people, people) - withThemselves) / 2;
    }

    private static <T> double subsets(Map<Set<T>, Long> people) {
        double subsets = 0;
        for (Set<T> sessions : people.keySet()) {
            subsets += sessions.size() > MOST_SESSIONS ? Double.POSITIVE_INFINITY : Math.pow(2, sessions.size());
        }
        return subsets;
    }

    static <T> long compared(Map<Set<T>, Long> first, Map<Set<T>, Long> second) {
        long pairs = 0;
        for (Map.Entry<Set<T>, Long> one : first.entrySet()) {
            for (Map.Entry<Set<T>, Long> other : second.entrySet()) {
                if (one.getKey().stream().anyMatch(other.getKey()::contains)) {
                    pairs += one.getValue() * other.getValue();
                }
            }
        }
        return pairs;
    }

    static <T> long included(Map<Set<T>, Long> first, Map<Set<T>, Long> second) {
        Map<Set<T>, Long> atAllOfFirst = atAllOf(first);
        Map<Set<T>, Long> atAllOfSecond = atAllOf(second);
        long pairs = 0;
        for (Map.Entry<Set<T>, Long> sessions : atAllOfFirst.entrySet()) {
            long product = sessions.getValue() * atAllOfSecond.getOrDefault(sessions.getKey(), 0L);
            pairs += sessions.getKey().size() % 2 == 1 ? product : -product;
        }
        return pairs;
    }

    /** How many people were at all sessions of a combination, whatever else they were at. */
    private static <T> Map<Set<T>, Long> atAllOf(Map<Set<T>, Long> people) {
        Map<Set<T>, Long> counts = new HashMap<>();
        people.forEach((sessions, number) -> {
            List<T> list = List.copyOf(sessions);
            for (int chosen = 1; chosen < 1 << list.size(); chosen++) {
                Set<T> combination = new HashSet<>();
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
