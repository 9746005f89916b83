package org.rapport.reporting.network;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeIntArray;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/** What is computed of networks, against what libraries make of them. */
class NetworkReferenceTest {

    private static final int MAX_TIES = 10_000;

    /** Many small parts, and perhaps a large one: of people in the order of their ids, whichever part they are of. */
    private static ExchangeNetwork network(long seed) {
        Random random = new Random(seed);
        int parts = 1 + random.nextInt(80);
        int people = 8 * parts + 60;
        Set<Long> ties = new TreeSet<>();
        for (int part = 0; part < parts; part++) {
            int size = part == 0 && random.nextBoolean() ? 60 : 2 + random.nextInt(6);
            for (int i = 0; i < 2 * size; i++) {
                int one = part + parts * random.nextInt(size) % people;
                int other = part + parts * random.nextInt(size) % people;
                if (one != other && Math.max(one, other) < people) {
                    ties.add((long) Math.min(one, other) << Integer.SIZE | Math.max(one, other));
                }
            }
        }
        ExchangeNetwork.Builder network = new ExchangeNetwork.Builder(people, MAX_TIES);
        for (long tie : ties) {
            network.add((int) (tie >> Integer.SIZE), (int) tie, 0, false, 0);
        }
        return network.build();
    }

    private static Graph<Integer, DefaultEdge> graph(ExchangeNetwork network) {
        Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        for (int node = 0; node < network.nodes(); node++) {
            graph.addVertex(node);
        }
        for (int tie = 0; tie < network.ties(); tie++) {
            graph.addEdge(network.a(tie), network.b(tie));
        }
        return graph;
    }

    @Property(tries = 50)
    void betweennessIsThatOfTheLibrary(@ForAll long seed) {
        ExchangeNetwork network = network(seed);
        double[] scores = Betweenness.scores(network);
        Map<Integer, Double> expected = new BetweennessCentrality<>(graph(network)).getScores();
        for (int node = 0; node < scores.length; node++) {
            assertThat(scores[node], closeTo(expected.get(node), 1e-9));
        }
    }

    @Property(tries = 50)
    void componentsAreThoseOfTheLibrary(@ForAll long seed) {
        ExchangeNetwork network = network(seed);
        Clusters components = Clusters.components(network);
        Set<Set<Integer>> expected = new LinkedHashSet<>(new ConnectivityInspector<>(graph(network)).connectedSets());
        int[] sizes = expected.stream()
                .map(Set::size)
                .sorted(Comparator.reverseOrder())
                .mapToInt(size -> size)
                .toArray();
        assertThat(components.sizes(), equalTo(sizes));
        for (Set<Integer> component : expected) {
            assertThat(
                    component.stream()
                            .map(node -> components.of()[node])
                            .distinct()
                            .count(),
                    is(1L));
        }
    }

    @Property(tries = 50)
    void noSearchSplitsASmallComponentToAdvantage(@ForAll long seed) {
        ExchangeNetwork network = network(seed);
        Clusters components = Clusters.components(network);
        long[] degrees = new long[components.sizes().length];
        for (int node = 0; node < network.nodes(); node++) {
            degrees[components.of()[node]] += network.degree(node);
        }
        Clusters found = Clusters.communities(network, components);
        int[] searched = new LeidenAlgorithm(
                        1 / (2.0 * network.ties()),
                        Clusters.ITERATIONS,
                        LeidenAlgorithm.DEFAULT_RANDOMNESS,
                        new Random(Clusters.SEED))
                .findClustering(library(network))
                .getClusters();
        int[] split = found.of().clone();
        for (int node = 0; node < split.length; node++) {
            long degree = degrees[components.of()[node]];
            if (degree * degree < 8L * network.ties()) {
                split[node] = network.nodes() + searched[node];
            }
        }
        Clusters bySearch = new Clusters(split, new int[2 * network.nodes()]);
        assertThat(found.modularity(network), greaterThan(bySearch.modularity(network) - 1e-12));
    }

    private static Network library(ExchangeNetwork network) {
        LargeIntArray[] ends = {new LargeIntArray(network.ties()), new LargeIntArray(network.ties())};
        for (int tie = 0; tie < network.ties(); tie++) {
            ends[0].set(tie, network.a(tie));
            ends[1].set(tie, network.b(tie));
        }
        return new Network(network.nodes(), true, ends, false, true);
    }
}
