package org.rapport.reporting.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.rapport.reporting.network.Attribute.Type;
import org.rapport.reporting.network.NetworkAnswer.NodeRow;
import org.rapport.reporting.network.NetworkAnswer.TieRow;

/** A network as GraphML, which knows of no times: they are attributes like others. */
final class GraphMl {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private static final List<Attribute<NodeRow>> OF_NODES = Stream.concat(
                    Attribute.OF_NODES.stream(), Stream.of(new Attribute<>("since", Type.TEXT, NodeRow::since)))
            .toList();

    private static final List<Attribute<TieRow>> OF_TIES = Stream.concat(
                    Attribute.OF_TIES.stream(), Stream.of(new Attribute<>("firstOn", Type.TEXT, TieRow::firstOn)))
            .toList();

    private GraphMl() {}

    static void write(NetworkAnswer network, OutputStream out) throws IOException {
        XmlElements.document(out, xml -> {
            xml.start("graphml", "xmlns", NAMESPACE);
            xml.start("desc").text(Gexf.description(network)).end();
            declare(xml, "node", OF_NODES);
            declare(xml, "edge", OF_TIES);
            xml.start("graph", "id", "network", "edgedefault", "undirected");
            for (NodeRow node : network.nodes()) {
                xml.start("node", "id", node.id());
                values(xml, "node", OF_NODES, node);
                xml.end();
            }
            for (TieRow tie : network.ties()) {
                xml.start("edge", "source", tie.source(), "target", tie.target());
                values(xml, "edge", OF_TIES, tie);
                xml.end();
            }
            xml.end().end();
        });
    }

    private static <T> void declare(XmlElements xml, String owner, List<Attribute<T>> attributes)
            throws XMLStreamException {
        for (Attribute<T> attribute : attributes) {
            xml.start(
                            "key",
                            "id",
                            owner + "-" + attribute.name(),
                            "for",
                            owner,
                            "attr.name",
                            attribute.name(),
                            "attr.type",
                            attribute.type().inGraphMl())
                    .end();
        }
    }

    private static <T> void values(XmlElements xml, String owner, List<Attribute<T>> attributes, T row)
            throws XMLStreamException {
        for (Attribute<T> attribute : attributes) {
            Object value = attribute.value().apply(row);
            if (value != null) {
                xml.start("data", "key", owner + "-" + attribute.name())
                        .text(value)
                        .end();
            }
        }
    }
}
