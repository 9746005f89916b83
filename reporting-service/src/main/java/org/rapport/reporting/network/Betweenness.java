package org.rapport.reporting.network;

import java.util.Arrays;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.network.Centralisation;

/**
 * Who stands between others: of the shortest paths of two, the share that leads through somebody, summed over all pairs
 * (Brandes 2001). It takes a walk over the whole network from every node, so not of any network.
 */
final class Betweenness {

    /** Nodes times ties of the largest network that it is computed for: a small part of a second. */
    static final long MAX_STEPS = 2_000_000;

    private static final int NOT_REACHED = -1;

    private final ExchangeNetwork network;

    /** To whom the ties of each node lead. */
    private final int[] neighbours;

    private final double[] scores;

    /** Nodes as they are reached, the nearest first. */
    private final int[] reached;

    private final int[] distance;

    /** How many shortest paths lead to each node. */
    private final double[] paths;

    /** Of all of them from one node, what share leads through each other node. */
    private final double[] share;

    private Betweenness(ExchangeNetwork network) {
        this.network = network;
        this.neighbours = new int[2 * network.ties()];
        this.scores = new double[network.nodes()];
        this.reached = new int[network.nodes()];
        this.distance = new int[network.nodes()];
        this.paths = new double[network.nodes()];
        this.share = new double[network.nodes()];
        Arrays.fill(distance, NOT_REACHED);
        for (int node = 0; node < network.nodes(); node++) {
            for (int at = network.firstTie(node); at < network.firstTie(node + 1); at++) {
                neighbours[at] = network.neighbour(node, at);
            }
        }
        for (int node = 0; node < network.nodes(); node++) {
            addFrom(node);
        }
    }

    static Estimate centralisation(ExchangeNetwork network) {
        long steps = (long) network.nodes() * network.ties();
        return steps > MAX_STEPS
                ? Estimate.undefined("not computed: nodes times ties are " + steps + ", the limit is " + MAX_STEPS
                        + "; export the network to compute it elsewhere")
                : Centralisation.ofBetweenness(scores(network));
    }

    static double[] scores(ExchangeNetwork network) {
        return new Betweenness(network).scores;
    }

    private void addFrom(int source) {
        int size = walk(source);
        for (int i = size - 1; i > 0; i--) {
            int node = reached[i];
            double ofEachPath = (1 + share[node]) / paths[node];
            for (int at = network.firstTie(node); at < network.firstTie(node + 1); at++) {
                int before = neighbours[at];
                if (distance[before] == distance[node] - 1) {
                    share[before] += paths[before] * ofEachPath;
                }
            }
            // each pair is met from both of its ends
            scores[node] += share[node] / 2;
        }
        for (int i = 0; i < size; i++) {
            distance[reached[i]] = NOT_REACHED;
            paths[reached[i]] = 0;
            share[reached[i]] = 0;
        }
    }

    /** Gives how many nodes were reached. */
    private int walk(int source) {
        distance[source] = 0;
        paths[source] = 1;
        reached[0] = source;
        int size = 1;
        for (int i = 0; i < size; i++) {
            int node = reached[i];
            for (int at = network.firstTie(node); at < network.firstTie(node + 1); at++) {
                int next = neighbours[at];
                if (distance[next] == NOT_REACHED) {
                    distance[next] = distance[node] + 1;
                    reached[size++] = next;
                }
                if (distance[next] == distance[node] + 1) {
                    paths[next] += paths[node];
                }
            }
        }
        return size;
    }
}
