package org.rapport.reporting.network;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeIntArray;
import org.rapport.reporting.network.ExchangeNetwork.Tie;

/**
 * Nodes in groups that exclude each other, the largest first.
 *
 * @param of the group of each node, from 0
 * @param sizes how many nodes each group has
 * @param modularity share of ties within groups, less what it would be if the same nodes had their ties by chance (Newman
 *     and Girvan 2004)
 */
record Clusters(int[] of, int[] sizes, double modularity) {

    /** Any number would do; always the same one gives always the same communities. */
    static final long SEED = 20_190_326;

    static final int ITERATIONS = 10;
    static final double RESOLUTION = 1;

    private static final double RANDOMNESS = LeidenAlgorithm.DEFAULT_RANDOMNESS;

    /** The parts of a network between which there is no way. */
    static Clusters components(ExchangeNetwork network) {
        return network.nodes().isEmpty()
                ? new Clusters(new int[0], new int[0], 0)
                : from(network, toLibrary(network).identifyComponents());
    }

    /** The communities that the Leiden algorithm finds, aiming at modularity (Traag, Waltman and van Eck 2019). */
    static Clusters communities(ExchangeNetwork network) {
        if (network.nodes().isEmpty()) {
            return new Clusters(new int[0], new int[0], 0);
        }
        // with degrees as the weights of nodes, this resolution of the constant Potts model is that of modularity
        double resolution = RESOLUTION / (2.0 * network.ties().size());
        return from(
                network,
                new LeidenAlgorithm(resolution, ITERATIONS, RANDOMNESS, new Random(SEED))
                        .findClustering(toLibrary(network)));
    }

    private static Network toLibrary(ExchangeNetwork network) {
        List<Tie> ties = network.ties();
        LargeIntArray[] ends = {new LargeIntArray(ties.size()), new LargeIntArray(ties.size())};
        for (int i = 0; i < ties.size(); i++) {
            ends[0].set(i, ties.get(i).a());
            ends[1].set(i, ties.get(i).b());
        }
        return new Network(network.nodes().size(), true, ends, false, false);
    }

    private static Clusters from(ExchangeNetwork network, Clustering clustering) {
        clustering.orderClustersByNNodes();
        int[] of = clustering.getClusters();
        int[] sizes = clustering.getNNodesPerCluster();
        return new Clusters(of, sizes, modularity(network, of, sizes.length));
    }

    private static double modularity(ExchangeNetwork network, int[] of, int clusters) {
        int[] degrees = network.degrees();
        double[] degree = new double[clusters];
        for (int node = 0; node < of.length; node++) {
            degree[of[node]] += degrees[node];
        }
        double ties = network.ties().size();
        double within = network.ties().stream()
                .filter(tie -> of[tie.a()] == of[tie.b()])
                .count();
        return within / ties
                - Arrays.stream(degree)
                        .map(sum -> sum / (2 * ties))
                        .map(x -> x * x)
                        .sum();
    }
}
