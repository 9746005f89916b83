package org.rapport.reporting.network;

import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.network.Centralisation;

/** Who stands between others. It takes a walk over the whole network from every node, so not of any network. */
final class Betweenness {

    /** Nodes times ties of the largest network that it is computed for: about a second. */
    static final long MAX_STEPS = 2_000_000;

    private Betweenness() {}

    static Estimate centralisation(ExchangeNetwork network) {
        long steps = (long) network.nodes() * network.ties();
        if (steps > MAX_STEPS) {
            return Estimate.undefined("not computed: nodes times ties are " + steps + ", the limit is " + MAX_STEPS
                    + "; export the network to compute it elsewhere");
        }
        Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        for (int node = 0; node < network.nodes(); node++) {
            graph.addVertex(node);
        }
        for (int tie = 0; tie < network.ties(); tie++) {
            graph.addEdge(network.a(tie), network.b(tie));
        }
        Map<Integer, Double> scores = new BetweennessCentrality<>(graph).getScores();
        double[] inOrder = new double[network.nodes()];
        scores.forEach((node, score) -> inOrder[node] = score);
        return Centralisation.ofBetweenness(inOrder);
    }
}
