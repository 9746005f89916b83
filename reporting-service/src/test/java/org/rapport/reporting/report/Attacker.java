package org.rapport.reporting.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Somebody who may see no small numbers and wants to know some. They ask the same question of many selections of events and
 * put every count that they are told into one system: what is told of a selection is, but for rounding, the sum over its
 * events. From the sums told they narrow down, event by event, what isn't told: no more than a total leaves when the others
 * have at least what they are known to have, no less than it leaves when they have at most that. They know how answers are
 * rounded, and which counts add up.
 */
final class Attacker {

    private static final long NO_LIMIT = Long.MAX_VALUE / 4;

    private final int roundedTo;

    /** What has been told, by question and count, then by selection; null where it was hidden. */
    private final Map<String, Map<Set<String>, Long>> told = new TreeMap<>();

    Attacker(int roundedTo) {
        this.roundedTo = roundedTo;
    }

    /** What a hidden count can be. */
    record Bounds(long least, long most) {
        boolean tell() {
            return least == most;
        }
    }

    /** Takes note of an answer: every count in it, and of every stratum as of the selection that it is. */
    void learn(String question, Set<String> events, Map<String, Set<String>> selections, JsonNode answer) {
        note(question, "", events, answer);
        for (JsonNode stratum : answer.path("stratified").path("strata")) {
            Set<String> ofStratum = selections.get(stratum.get("key").textValue());
            if (ofStratum != null && events.containsAll(ofStratum)) {
                note(question, " table", ofStratum, stratum.get("table"));
            }
        }
        for (JsonNode row :
                answer.path("report").textValue().equals("coverage") ? answer.get("events") : List.<JsonNode>of()) {
            note(question, " event", selections.get(row.get("key").textValue()), row);
        }
    }

    private void note(String question, String path, Set<String> events, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (!Set.of("parameters", "stratified", "suppression").contains(field.getKey())) {
                    note(question, path + " " + field.getKey(), events, field.getValue());
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                note(question, path + " " + i, events, node.get(i));
            }
        } else if (node.isIntegralNumber() || node.isNull()) {
            Map<Set<String>, Long> counts = told.computeIfAbsent(question + path, key -> new HashMap<>());
            Long count = node.isNull() ? null : Long.valueOf(node.longValue());
            if (count != null || !counts.containsKey(events)) {
                counts.put(events, count);
            }
        }
    }

    Map<String, Map<Set<String>, Long>> told() {
        return told;
    }

    /** What hidden counts can be, of those that add up in truth: the attacker is taken to know which do. */
    Map<String, Bounds> conclusions(Attacker truth) {
        Map<String, Bounds> conclusions = new TreeMap<>();
        told.forEach((count, ofSelections) -> {
            Map<Set<String>, Long> exact = truth.told.getOrDefault(count, new HashMap<>());
            if (addsUp(exact) && isRounded(ofSelections, exact)) {
                Map<Set<String>, Bounds> known = known(ofSelections);
                ofSelections.forEach((selection, number) -> {
                    if (number == null && exact.get(selection) != null) {
                        conclusions.put(count + " of " + selection, of(selection, known));
                    }
                });
            }
        });
        return conclusions;
    }

    private static boolean addsUp(Map<Set<String>, Long> counts) {
        return !counts.isEmpty()
                && !counts.containsValue(null)
                && counts.entrySet().stream()
                        .allMatch(selection -> selection.getKey().stream()
                                        .mapToLong(event -> counts.getOrDefault(Set.of(event), NO_LIMIT))
                                        .sum()
                                == selection.getValue());
    }

    private boolean isRounded(Map<Set<String>, Long> counts, Map<Set<String>, Long> exact) {
        return counts.entrySet().stream()
                .allMatch(count -> count.getValue() == null
                        || Math.abs(count.getValue() - exact.get(count.getKey())) <= error(counts));
    }

    /** By how much they may be off; what isn't rounded gives itself away. */
    private int error(Map<Set<String>, Long> counts) {
        return counts.values().stream().allMatch(count -> count == null || count % roundedTo == 0) ? roundedTo / 2 : 0;
    }

    /** Of the selections that something is told of, and of every event, narrowed down until nothing narrows any further. */
    private Map<Set<String>, Bounds> known(Map<Set<String>, Long> counts) {
        Map<Set<String>, Bounds> known = new HashMap<>();
        int error = error(counts);
        counts.forEach((selection, count) -> {
            selection.forEach(event -> known.putIfAbsent(Set.of(event), new Bounds(0, NO_LIMIT)));
            if (count != null) {
                known.put(selection, new Bounds(Math.max(0, count - error), count + error));
            }
        });
        boolean narrower = true;
        while (narrower) {
            narrower = false;
            for (Set<String> part : List.copyOf(known.keySet())) {
                Bounds before = known.get(part);
                Bounds after = of(part, known);
                known.put(part, after);
                narrower |= !after.equals(before);
            }
        }
        return known;
    }

    /** The tightest that follows for a selection from it being the sum of others, or what others leave of a larger one. */
    private static Bounds of(Set<String> part, Map<Set<String>, Bounds> known) {
        Bounds own = known.getOrDefault(part, new Bounds(0, NO_LIMIT));
        long least = Math.max(own.least(), sum(part, known).least());
        long most = Math.min(own.most(), sum(part, known).most());
        for (Map.Entry<Set<String>, Bounds> whole : known.entrySet()) {
            if (whole.getKey().containsAll(part)) {
                Set<String> rest = new HashSet<>(whole.getKey());
                rest.removeAll(part);
                Bounds others = known.getOrDefault(rest, new Bounds(0, NO_LIMIT));
                Bounds single = sum(rest, known);
                least = Math.max(least, whole.getValue().least() - Math.min(others.most(), single.most()));
                most = Math.min(
                        most, whole.getValue().most() - Math.max(rest.isEmpty() ? 0 : others.least(), single.least()));
            }
        }
        return new Bounds(least, most);
    }

    private static Bounds sum(Set<String> selection, Map<Set<String>, Bounds> known) {
        List<Bounds> single = new ArrayList<>();
        selection.forEach(event -> single.add(known.getOrDefault(Set.of(event), new Bounds(0, NO_LIMIT))));
        return new Bounds(
                single.stream().mapToLong(Bounds::least).sum(),
                Math.min(
                        NO_LIMIT,
                        single.stream()
                                .mapToLong(bounds -> Math.min(NO_LIMIT / 100, bounds.most()))
                                .sum()));
    }
}
