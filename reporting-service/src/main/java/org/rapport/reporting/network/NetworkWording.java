package org.rapport.reporting.network;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the words of the report mean and where its methods come from, so that it can be read without us. */
final class NetworkWording {

    private NetworkWording() {}

    static Map<String, String> definitions(NetworkQuestion question) {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put(
                "population",
                question.isAboutEvents()
                        ? "People with consent to research who attended (present or partly) a selected event that was held "
                                + "and is over."
                        : "Everybody with consent to research.");
        definitions.put(
                "tie",
                "Two of the population with at least one exchange (active, completed or lapsed"
                        + (question.confirmed() ? ", confirmed by both sides" : "")
                        + ") that began by " + question.asOf() + "; however many exchanges, it is one tie.");
        definitions.put("node", "Somebody of the population with at least one tie. The others are isolates.");
        definitions.put("reciprocity", "Ties of which both sides have confirmed at least one exchange, of all ties.");
        definitions.put(
                "eiIndex",
                "External minus internal ties, of both together: -1 if all ties are within groups, 1 if all lead out of "
                        + "them. Ties of somebody whose group is not known are left out. To be compared to the expected "
                        + "value, as it depends on the sizes of the groups. Of several organisations, the one joined last "
                        + "counts.");
        definitions.put(
                "growth",
                "Ties between two who both attended the event, by when their first exchange began: within the window before "
                        + "its start, from its start to its end, within the window after its end.");
        return definitions;
    }

    static Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put("centralisation", "Freeman 1979, of undirected networks");
        methods.put(
                "betweenness",
                "exact (Brandes 2001), for networks of up to " + Betweenness.MAX_STEPS + " nodes times ties");
        methods.put("eiIndex", "Krackhardt and Stern 1988");
        methods.put("reciprocity", "Wilson score interval (Wilson 1927)");
        methods.put(
                "communities",
                "Leiden algorithm (Traag, Waltman and van Eck 2019) for modularity, resolution " + Clusters.RESOLUTION
                        + ", " + Clusters.ITERATIONS + " iterations, seed " + Clusters.SEED);
        methods.put("modularity", "Newman and Girvan 2004");
        return methods;
    }
}
