package org.rapport.reporting.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
        return people < 2 ? null : Double.valueOf(network.ties() / (people * (people - 1.0) / 2));
    }

    Double meanDegree() {
        int nodes = network.nodes();
        return nodes == 0 ? null : Double.valueOf(2.0 * network.ties() / nodes);
    }

    Long maxDegree() {
        return network.nodes() == 0
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
        if (hides(network::confirmed) || hides(tie -> !network.confirmed(tie))) {
            return Estimate.undefined(disclosure.reason());
        }
        int ties = network.ties();
        return ties == 0
                ? Estimate.undefined("no ties")
                : new Proportion(
                                IntStream.range(0, ties)
                                        .filter(network::confirmed)
                                        .count(),
                                ties)
                        .wilson();
    }

    /** @param groups of each node, from 0; negative if it isn't known */
    EiIndex eiIndex(int[] groups) {
        ExternalInternal result = ExternalInternal.of(groups, network.ties(), network::a, network::b);
        IntPredicate known = tie ->
                groups[network.a(tie)] != ExternalInternal.NONE && groups[network.b(tie)] != ExternalInternal.NONE;
        IntPredicate within = tie -> groups[network.a(tie)] == groups[network.b(tie)];
        if (hides(known.and(within)) || hides(known.and(within.negate())) || hidesAny(known.negate())) {
            Estimate hidden = Estimate.undefined(disclosure.reason());
            return new EiIndex(hidden, hidden, null, null, null);
        }
        return new EiIndex(result.index(), result.expected(), result.internal(), result.external(), result.unknown());
    }

    /** Whether such ties are of too few people; that there are none tells it of everybody else. */
    private boolean hides(IntPredicate which) {
        return network.ties() > 0 && people(which) < disclosure.below();
    }

    private boolean hidesAny(IntPredicate which) {
        return disclosure.hidesCount(people(which));
    }

    private int people(IntPredicate which) {
        BitSet people = new BitSet(network.nodes());
        for (int tie = 0; tie < network.ties(); tie++) {
            if (which.test(tie)) {
                people.set(network.a(tie));
                people.set(network.b(tie));
            }
        }
        return people.cardinality();
    }

    Communities communities(Clusters components) {
        if (network.ties() == 0) {
            return new Communities(0L, null, null, List.of(), "no ties");
        }
        Clusters communities = Clusters.communities(network, components);
        return new Communities(
                (long) communities.sizes().length,
                largest(communities),
                communities.modularity(network),
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
