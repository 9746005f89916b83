package org.rapport.reporting.network;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.rapport.reporting.network.NetworkAnswer.NodeRow;
import org.rapport.reporting.network.NetworkAnswer.TieRow;

/**
 * The rows of a network as a reader sees them, made one by one while they are written. They stand in the order of the names
 * they have, as the order of ids would tell who was registered first.
 */
final class NetworkExport {

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final ExchangeNetwork network;
    private final List<Node> nodes;
    private final Clusters communities;
    private final String[] names;
    private final long[] since;
    private final int[] degrees;
    private final Integer[] nodeOrder;
    private final int[] position;
    private final Integer[] tieOrder;
    private final Names naming;
    private final Map<String, Long> countries = new HashMap<>();

    /**
     * A participant with at least one exchange.
     *
     * @param organisation to which the participant belonged at the time of the question; null if none is known
     */
    record Node(UUID id, String country, UUID organisation) {}

    /**
     * What people and organisations are called.
     *
     * @param fewest how many nodes must share a country for it to be told
     */
    record Names(Function<Node, String> participant, Function<Node, String> organisation, int fewest) {}

    NetworkExport(ExchangeNetwork network, List<Node> nodes, Names naming) {
        this.network = network;
        this.nodes = nodes;
        this.naming = naming;
        this.communities = Clusters.communities(network, Clusters.components(network));
        this.degrees = network.degrees();
        names = nodes.stream().map(naming.participant()).toArray(String[]::new);
        nodeOrder = IntStream.range(0, names.length).boxed().toArray(Integer[]::new);
        Arrays.sort(nodeOrder, Comparator.comparing(node -> names[node]));
        position = new int[names.length];
        IntStream.range(0, names.length).forEach(i -> position[nodeOrder[i]] = i);
        since = new long[names.length];
        Arrays.fill(since, Long.MAX_VALUE);
        for (int tie = 0; tie < network.ties(); tie++) {
            since[network.a(tie)] = Math.min(since[network.a(tie)], network.first(tie));
            since[network.b(tie)] = Math.min(since[network.b(tie)], network.first(tie));
        }
        tieOrder = IntStream.range(0, network.ties()).boxed().toArray(Integer[]::new);
        Arrays.sort(
                tieOrder,
                Comparator.<Integer>comparingInt(tie -> position[source(tie)])
                        .thenComparingInt(tie -> position[target(tie)]));
        nodes.stream()
                .map(Node::country)
                .filter(country -> country != null)
                .forEach(country -> countries.merge(country, 1L, Long::sum));
    }

    List<NodeRow> nodes() {
        return view(nodeOrder.length, i -> node(nodeOrder[i]));
    }

    List<TieRow> ties() {
        return view(tieOrder.length, i -> tie(tieOrder[i]));
    }

    private NodeRow node(int number) {
        Node node = nodes.get(number);
        boolean isTold = node.country() != null && countries.get(node.country()) >= naming.fewest();
        return new NodeRow(
                names[number],
                isTold ? node.country() : null,
                node.organisation() == null ? null : naming.organisation().apply(node),
                degrees[number],
                communities.of()[number] + 1,
                day(since[number]));
    }

    private TieRow tie(int tie) {
        return new TieRow(
                names[source(tie)],
                names[target(tie)],
                network.exchanges(tie),
                ExchangeType.names(network.types(tie)),
                network.confirmed(tie),
                day(network.first(tie)),
                day(network.last(tie)));
    }

    /** In UTC. */
    private static LocalDate day(long micros) {
        return LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_PER_DAY));
    }

    private int source(int tie) {
        return position[network.a(tie)] < position[network.b(tie)] ? network.a(tie) : network.b(tie);
    }

    private int target(int tie) {
        return position[network.a(tie)] < position[network.b(tie)] ? network.b(tie) : network.a(tie);
    }

    private static <T> List<T> view(int size, IntFunction<T> row) {
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                return row.apply(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
