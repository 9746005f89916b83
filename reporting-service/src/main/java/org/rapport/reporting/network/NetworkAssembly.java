package org.rapport.reporting.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.rapport.reporting.network.ExchangeNetwork.Node;
import org.rapport.reporting.network.ExchangeNetwork.Tie;
import org.rapport.reporting.network.NetworkReport.Centralisations;
import org.rapport.reporting.network.NetworkReport.Communities;
import org.rapport.reporting.network.NetworkReport.EiIndex;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.Proportion;
import org.rapport.reporting.statistics.network.Centralisation;
import org.rapport.reporting.statistics.network.ExternalInternal;

/** Makes figures of a network, as far as the caller may see them. */
final class NetworkAssembly {

    private static final int MOST_SIZES = 100;

    private final ExchangeNetwork network;
    private final Disclosure disclosure;

    NetworkAssembly(ExchangeNetwork network, Disclosure disclosure) {
        this.network = network;
        this.disclosure = disclosure;
    }

    /** How many of all pairs of so many people are tied; null if there are no pairs. */
    Double density(long people) {
        return people < 2 ? null : Double.valueOf(network.ties().size() / (people * (people - 1.0) / 2));
    }

    Double meanDegree() {
        int nodes = network.nodes().size();
        return nodes == 0 ? null : Double.valueOf(2.0 * network.ties().size() / nodes);
    }

    Long maxDegree() {
        return network.nodes().isEmpty()
                ? null
                : Long.valueOf(Arrays.stream(network.degrees()).max().orElseThrow());
    }

    /** Neighbouring degrees are put together until enough people have them; what is left over joins the last of these. */
    Map<String, Long> degreeDistribution() {
        int[] degrees = network.degrees();
        long[] nodes = new long[Arrays.stream(degrees).max().orElse(0) + 1];
        Arrays.stream(degrees).forEach(degree -> nodes[degree]++);
        long left = degrees.length;
        Map<String, Long> distribution = new LinkedHashMap<>();
        int from = 0;
        long together = 0;
        for (int degree = 1; degree < nodes.length; degree++) {
            if (nodes[degree] == 0) {
                continue;
            }
            from = together == 0 ? degree : from;
            together += nodes[degree];
            left -= nodes[degree];
            if (left == 0 || !disclosure.hidesCount(together) && !disclosure.hidesCount(left)) {
                distribution.put(from == degree ? Integer.toString(degree) : from + "-" + degree, together);
                together = 0;
            }
        }
        return distribution;
    }

    Centralisations centralisation() {
        return new Centralisations(Centralisation.ofDegrees(network.degrees()), Betweenness.centralisation(network));
    }

    /** @param onlyConfirmed whether others were not asked for */
    Estimate reciprocity(boolean onlyConfirmed) {
        if (onlyConfirmed) {
            return Estimate.undefined("only exchanges that both sides have confirmed were asked for");
        }
        if (hides(Tie::confirmed) || hides(tie -> !tie.confirmed())) {
            return Estimate.undefined(disclosure.reason());
        }
        int ties = network.ties().size();
        return ties == 0
                ? Estimate.undefined("no ties")
                : new Proportion(network.ties().stream().filter(Tie::confirmed).count(), ties).wilson();
    }

    EiIndex byOrganisation() {
        return eiIndex(Node::organisation);
    }

    EiIndex byCountry() {
        return eiIndex(Node::country);
    }

    private EiIndex eiIndex(Function<Node, Object> groupOf) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] groups = network.nodes().stream()
                .map(groupOf)
                .mapToInt(group ->
                        group == null ? ExternalInternal.NONE : numbers.computeIfAbsent(group, next -> numbers.size()))
                .toArray();
        List<Tie> ties = network.ties();
        ExternalInternal result =
                ExternalInternal.of(groups, ties.size(), tie -> ties.get(tie).a(), tie -> ties.get(tie)
                        .b());
        Predicate<Tie> known =
                tie -> groups[tie.a()] != ExternalInternal.NONE && groups[tie.b()] != ExternalInternal.NONE;
        Predicate<Tie> within = tie -> groups[tie.a()] == groups[tie.b()];
        if (hides(known.and(within)) || hides(known.and(within.negate())) || hidesAny(known.negate())) {
            Estimate hidden = Estimate.undefined(disclosure.reason());
            return new EiIndex(hidden, hidden, null, null, null);
        }
        return new EiIndex(result.index(), result.expected(), result.internal(), result.external(), result.unknown());
    }

    /** Whether such ties are of too few people; that there are none tells it of everybody else. */
    private boolean hides(Predicate<Tie> which) {
        return !network.ties().isEmpty() && people(which) < disclosure.below();
    }

    private boolean hidesAny(Predicate<Tie> which) {
        return disclosure.hidesCount(people(which));
    }

    private int people(Predicate<Tie> which) {
        BitSet people = new BitSet(network.nodes().size());
        network.ties().stream().filter(which).forEach(tie -> {
            people.set(tie.a());
            people.set(tie.b());
        });
        return people.cardinality();
    }

    Communities communities() {
        if (network.ties().isEmpty()) {
            return new Communities(0L, null, null, List.of(), "no ties");
        }
        Clusters communities = Clusters.communities(network);
        return new Communities(
                (long) communities.sizes().length,
                largest(communities),
                communities.modularity(),
                sizes(communities),
                null);
    }

    /** Null if it is of too few people. */
    Long largest(Clusters clusters) {
        long largest = clusters.sizes().length == 0 ? 0 : clusters.sizes()[0];
        return disclosure.count(largest, largest);
    }

    List<Integer> sizes(Clusters clusters) {
        return disclosure.full()
                ? IntStream.of(clusters.sizes()).limit(MOST_SIZES).boxed().toList()
                : null;
    }
}
