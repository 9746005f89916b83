package org.rapport.reporting.network;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.rapport.reporting.network.NetworkAnswer.NodeRow;
import org.rapport.reporting.network.NetworkAnswer.TieRow;

/**
 * A network as GEXF 1.3: dynamic, in days. A tie is there from the day of its first exchange on, a node from that of its
 * first tie; neither ends, as nobody reports the end of a relation.
 */
final class Gexf {

    private static final String NAMESPACE = "http://gexf.net/1.3";

    private Gexf() {}

    static void write(NetworkAnswer network, OutputStream out) throws IOException {
        LocalDate day = network.asOf().atOffset(ZoneOffset.UTC).toLocalDate();
        XmlElements.document(out, xml -> {
            xml.start("gexf", "xmlns", NAMESPACE, "version", "1.3");
            xml.start("meta", "lastmodifieddate", day);
            xml.start("creator").text("Rapport").end();
            xml.start("description").text(description(network)).end();
            xml.end();
            xml.start(
                    "graph",
                    "mode",
                    "dynamic",
                    "defaultedgetype",
                    "undirected",
                    "idtype",
                    "string",
                    "timeformat",
                    "date",
                    "timerepresentation",
                    "interval");
            declare(xml, "node", Attribute.OF_NODES);
            declare(xml, "edge", Attribute.OF_TIES);
            xml.start("nodes", "count", network.nodes().size());
            for (NodeRow node : network.nodes()) {
                xml.start("node", "id", node.id(), "label", node.id(), "start", node.since());
                values(xml, Attribute.OF_NODES, node);
                xml.end();
            }
            xml.end();
            xml.start("edges", "count", network.ties().size());
            int number = 0;
            for (TieRow tie : network.ties()) {
                xml.start(
                        "edge",
                        "id",
                        number++,
                        "source",
                        tie.source(),
                        "target",
                        tie.target(),
                        "weight",
                        tie.exchanges(),
                        "start",
                        tie.firstOn());
                values(xml, Attribute.OF_TIES, tie);
                xml.end();
            }
            xml.end().end().end();
        });
    }

    /** What JSON says of the whole, in words. */
    static String description(NetworkAnswer network) {
        return "Exchanges as of " + network.asOf() + " between people with consent to research; "
                + network.coverage().isolates() + " of the population have none and are left out"
                + (network.pseudonymous() ? "; ids are pseudonyms" : "");
    }

    private static <T> void declare(XmlElements xml, String owner, List<Attribute<T>> attributes)
            throws XMLStreamException {
        xml.start("attributes", "class", owner, "mode", "static");
        for (Attribute<T> attribute : attributes) {
            xml.start(
                            "attribute",
                            "id",
                            attribute.name(),
                            "title",
                            attribute.name(),
                            "type",
                            attribute.type().inGexf())
                    .end();
        }
        xml.end();
    }

    private static <T> void values(XmlElements xml, List<Attribute<T>> attributes, T row) throws XMLStreamException {
        xml.start("attvalues");
        for (Attribute<T> attribute : attributes) {
            Object value = attribute.value().apply(row);
            if (value != null) {
                xml.start("attvalue", "for", attribute.name(), "value", value).end();
            }
        }
        xml.end();
    }
}
