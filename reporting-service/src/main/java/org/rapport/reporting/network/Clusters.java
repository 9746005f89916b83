package org.rapport.reporting.network;

import java.util.Arrays;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeIntArray;

/**
 * Nodes in groups that exclude each other, the largest first, of several as large the one with the least node.
 *
 * @param of the group of each node, from 0
 * @param sizes how many nodes each group has
 */
record Clusters(int[] of, int[] sizes) {

    /** Any number would do; always the same one gives always the same communities. */
    static final long SEED = 20_190_326;

    static final int ITERATIONS = 10;
    static final double RESOLUTION = 1;

    private static final double RANDOMNESS = LeidenAlgorithm.DEFAULT_RANDOMNESS;
    private static final int NONE = -1;

    /** The parts of a network between which there is no way. */
    static Clusters components(ExchangeNetwork network) {
        int[] of = new int[network.nodes()];
        Arrays.fill(of, NONE);
        int[] reached = new int[of.length];
        int size = 0;
        int components = 0;
        for (int node = 0; node < of.length; node++) {
            if (of[node] == NONE) {
                of[node] = components;
                int next = size;
                reached[size++] = node;
                for (; next < size; next++) {
                    for (int at = network.firstTie(reached[next]); at < network.firstTie(reached[next] + 1); at++) {
                        int neighbour = network.neighbour(reached[next], at);
                        if (of[neighbour] == NONE) {
                            of[neighbour] = components;
                            reached[size++] = neighbour;
                        }
                    }
                }
                components++;
            }
        }
        return inOrder(of, components);
    }

    /**
     * The communities that the Leiden algorithm finds, aiming at modularity (Traag, Waltman and van Eck 2019). A component
     * with a sum of degrees D is a community as it is if D² / 4 is less than twice the ties of the network: parts of it with
     * degrees d and D - d, and a tie between them, come to more as one, as 1 > d (D - d) / 2m. So these aren't searched,
     * which are nearly all where most people have few ties.
     */
    static Clusters communities(ExchangeNetwork network, Clusters components) {
        long[] degrees = new long[components.sizes.length];
        for (int node = 0; node < network.nodes(); node++) {
            degrees[components.of[node]] += network.degree(node);
        }
        int[] searched = new int[network.nodes()];
        int[] place = new int[network.nodes()];
        int size = 0;
        for (int node = 0; node < network.nodes(); node++) {
            long degree = degrees[components.of[node]];
            place[node] = degree * degree < 8L * network.ties() ? NONE : size;
            if (place[node] != NONE) {
                searched[size++] = node;
            }
        }
        if (size == 0) {
            return components;
        }
        Clustering found = search(network, Arrays.copyOf(searched, size), place);
        int[] of = components.of.clone();
        for (int i = 0; i < size; i++) {
            of[searched[i]] = components.sizes.length + found.getCluster(i);
        }
        return inOrder(of, components.sizes.length + found.getNClusters());
    }

    /** @param place where each node is among those searched */
    private static Clustering search(ExchangeNetwork network, int[] searched, int[] place) {
        long[] first = new long[searched.length + 1];
        for (int i = 0; i < searched.length; i++) {
            first[i + 1] = first[i] + network.degree(searched[i]);
        }
        LargeIntArray neighbours = new LargeIntArray(first[searched.length]);
        long next = 0;
        for (int node : searched) {
            for (int at = network.firstTie(node); at < network.firstTie(node + 1); at++) {
                neighbours.set(next++, place[network.neighbour(node, at)]);
            }
        }
        // with degrees as the weights of nodes, this resolution of the constant Potts model is that of modularity
        double resolution = RESOLUTION / (2.0 * network.ties());
        return new LeidenAlgorithm(resolution, ITERATIONS, RANDOMNESS, new Random(SEED))
                .findClustering(new Network(searched.length, true, first, neighbours, false));
    }

    /** @param groups more than any number of a group */
    private static Clusters inOrder(int[] group, int groups) {
        int[] sizes = new int[groups];
        int[] leastNode = new int[groups];
        for (int node = group.length - 1; node >= 0; node--) {
            sizes[group[node]]++;
            leastNode[group[node]] = node;
        }
        long[] order = new long[groups];
        int size = 0;
        for (int i = 0; i < groups; i++) {
            if (sizes[i] > 0) {
                order[size++] = (long) (Integer.MAX_VALUE - sizes[i]) << Integer.SIZE | leastNode[i];
            }
        }
        Arrays.sort(order, 0, size);
        int[] numbers = new int[groups];
        int[] inOrder = new int[size];
        for (int i = 0; i < size; i++) {
            int old = group[(int) order[i]];
            numbers[old] = i;
            inOrder[i] = sizes[old];
        }
        int[] of = new int[group.length];
        for (int node = 0; node < of.length; node++) {
            of[node] = numbers[group[node]];
        }
        return new Clusters(of, inOrder);
    }

    /**
     * Share of ties within groups, less what it would be if the same nodes had their ties by chance (Newman and Girvan
     * 2004).
     */
    double modularity(ExchangeNetwork network) {
        long[] degrees = new long[sizes.length];
        for (int node = 0; node < of.length; node++) {
            degrees[of[node]] += network.degree(node);
        }
        long within = 0;
        for (int tie = 0; tie < network.ties(); tie++) {
            within += of[network.a(tie)] == of[network.b(tie)] ? 1 : 0;
        }
        long squares = 0;
        for (long degree : degrees) {
            squares += degree * degree;
        }
        double ties = network.ties();
        return within / ties - squares / (4 * ties * ties);
    }
}
