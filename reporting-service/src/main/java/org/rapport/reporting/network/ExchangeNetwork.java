package org.rapport.reporting.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rapport.kit.problem.Problems;

/**
 * Who had exchanges with whom: nodes in the order of their ids, and ties in the order of the ids of their ends, so that
 * whatever is computed from them in turn is always the same.
 */
final class ExchangeNetwork {

    private static final Comparator<UUID> BY_ID = Comparator.<UUID, Long>comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final List<Node> nodes;
    private final List<Tie> ties;
    private final int[] degrees;

    private ExchangeNetwork(List<Node> nodes, List<Tie> ties) {
        this.nodes = nodes;
        this.ties = ties;
        this.degrees = new int[nodes.size()];
        for (Tie tie : ties) {
            degrees[tie.a()]++;
            degrees[tie.b()]++;
        }
    }

    /**
     * A participant with at least one exchange.
     *
     * @param organisation to which the participant belonged at the time of the question; null if none is known
     */
    record Node(UUID id, String country, UUID organisation) {}

    /**
     * Two participants who had exchanges.
     *
     * @param a the number of the node with the lesser id
     * @param types as bits, see {@link ExchangeType}
     * @param confirmed whether both have confirmed at least one exchange
     * @param first when the first exchange began, in microseconds since 1970
     * @param last when the last one began
     */
    record Tie(int a, int b, int exchanges, int types, boolean confirmed, long first, long last) {}

    List<Node> nodes() {
        return nodes;
    }

    List<Tie> ties() {
        return ties;
    }

    int[] degrees() {
        return degrees.clone();
    }

    long exchanges() {
        return ties.stream().mapToLong(Tie::exchanges).sum();
    }

    /** Collects ties, and the nodes that they come to. */
    static final class Builder {

        private final int maxTies;
        private final Map<UUID, Integer> found = new HashMap<>();
        private final List<Tie> ties = new ArrayList<>();

        Builder(int maxTies) {
            this.maxTies = maxTies;
        }

        /** To be called in the order of ids; refuses what is too much to be answered at once. */
        void add(UUID a, UUID b, int exchanges, int types, boolean confirmed, long first, long last) {
            if (ties.size() == maxTies) {
                throw Problems.invalid(
                        "",
                        "NETWORK_TOO_LARGE",
                        "This network has more than " + maxTies
                                + " ties: narrow it down by event, project, programme, type or time");
            }
            ties.add(new Tie(number(a), number(b), exchanges, types, confirmed, first, last));
        }

        private int number(UUID id) {
            return found.computeIfAbsent(id, next -> found.size());
        }

        List<UUID> ids() {
            return found.keySet().stream().sorted(BY_ID).toList();
        }

        /** @param node makes the node of an id */
        ExchangeNetwork build(Function<UUID, Node> node) {
            List<UUID> ids = ids();
            int[] position = new int[ids.size()];
            IntStream.range(0, position.length).forEach(i -> position[found.get(ids.get(i))] = i);
            return new ExchangeNetwork(
                    ids.stream().map(node).toList(),
                    ties.stream()
                            .map(tie -> new Tie(
                                    position[tie.a()],
                                    position[tie.b()],
                                    tie.exchanges(),
                                    tie.types(),
                                    tie.confirmed(),
                                    tie.first(),
                                    tie.last()))
                            .toList());
        }
    }
}
