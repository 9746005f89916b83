package org.rapport.reporting.report.encounters;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.rapport.reporting.report.encounters.EncounterQuery.MetPair;

/** Who met whom, as a network: degrees and components, counted pair by pair. */
final class EncounterNetwork {

    private static final int LONGEST = 5;

    private static final Comparator<MetPair> BY_TIME = Comparator.comparingLong(MetPair::seconds)
            .thenComparing(pair -> pair.a().toString(), Comparator.reverseOrder())
            .thenComparing(pair -> pair.b().toString(), Comparator.reverseOrder());

    private final Map<UUID, Node> nodes = new HashMap<>();
    private final PriorityQueue<MetPair> longest = new PriorityQueue<>(BY_TIME);
    private long pairs;
    private long joined;
    private long seconds;
    private long onSeveralDays;

    /** A participant; those joined by encounters lead to the same root. */
    private static final class Node {
        private Node parent = this;
        private long degree;

        private Node root() {
            Node root = this;
            while (root.parent != root) {
                root.parent = root.parent.parent;
                root = root.parent;
            }
            return root;
        }
    }

    void addParticipant(UUID participant) {
        nodes.put(participant, new Node());
    }

    void addPair(MetPair pair) {
        pairs++;
        seconds += pair.seconds();
        onSeveralDays += pair.days() > 1 ? 1 : 0;
        Node a = nodes.get(pair.a());
        Node b = nodes.get(pair.b());
        a.degree++;
        b.degree++;
        Node rootA = a.root();
        Node rootB = b.root();
        if (rootA != rootB) {
            rootA.parent = rootB;
            joined++;
        }
        longest.add(pair);
        if (longest.size() > LONGEST) {
            longest.remove();
        }
    }

    long participants() {
        return nodes.size();
    }

    long pairs() {
        return pairs;
    }

    long seconds() {
        return seconds;
    }

    long pairsMeetingOnSeveralDays() {
        return onSeveralDays;
    }

    /** Each pair that joined two parts made one of two. */
    long components() {
        return nodes.values().stream().filter(node -> node.degree > 0).count() - joined;
    }

    Double density() {
        double n = nodes.size();
        return n < 2 ? null : Double.valueOf(pairs / (n * (n - 1) / 2));
    }

    EncounterReport.Degree degree(boolean withParticipant) {
        if (nodes.isEmpty()) {
            return new EncounterReport.Degree(null, null, null, null);
        }
        Map.Entry<UUID, Node> max = nodes.entrySet().stream()
                .max(Comparator.<Map.Entry<UUID, Node>>comparingLong(entry -> entry.getValue().degree)
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.reverseOrder()))
                .orElseThrow();
        long min = nodes.values().stream().mapToLong(node -> node.degree).min().orElseThrow();
        return new EncounterReport.Degree(
                2.0 * pairs / nodes.size(), min, max.getValue().degree, withParticipant ? max.getKey() : null);
    }

    List<EncounterReport.PairRow> longestPairs() {
        return longest.stream()
                .sorted(BY_TIME.reversed())
                .map(pair ->
                        new EncounterReport.PairRow(List.of(pair.a(), pair.b()), pair.seconds(), pair.encounters()))
                .toList();
    }
}
