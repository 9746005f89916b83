package org.rapport.reporting.network;

import java.util.List;
import java.util.function.Function;
import org.rapport.reporting.network.NetworkAnswer.NodeRow;
import org.rapport.reporting.network.NetworkAnswer.TieRow;

/**
 * Something that is known of every node, or of every tie, besides its ends and times; null for some.
 *
 * @param <T> the row of a node or of a tie
 */
record Attribute<T>(String name, Type type, Function<T, Object> value) {

    static final List<Attribute<NodeRow>> OF_NODES = List.of(
            new Attribute<>("country", Type.TEXT, NodeRow::country),
            new Attribute<>("organisation", Type.TEXT, NodeRow::organisation),
            new Attribute<>("degree", Type.NUMBER, NodeRow::degree),
            new Attribute<>("community", Type.NUMBER, NodeRow::community));

    static final List<Attribute<TieRow>> OF_TIES = List.of(
            new Attribute<>("exchanges", Type.NUMBER, TieRow::exchanges),
            new Attribute<>("types", Type.TEXT, tie -> String.join(",", tie.types())),
            new Attribute<>("confirmed", Type.BOOLEAN, TieRow::confirmed),
            new Attribute<>("lastOn", Type.TEXT, TieRow::lastOn));

    /** What the formats call a type. */
    enum Type {
        TEXT("string", "string"),
        NUMBER("integer", "int"),
        BOOLEAN("boolean", "boolean");

        private final String inGexf;
        private final String inGraphMl;

        Type(String inGexf, String inGraphMl) {
            this.inGexf = inGexf;
            this.inGraphMl = inGraphMl;
        }

        String inGexf() {
            return inGexf;
        }

        String inGraphMl() {
            return inGraphMl;
        }
    }
}
