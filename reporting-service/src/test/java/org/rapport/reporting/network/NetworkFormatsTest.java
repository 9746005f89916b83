package org.rapport.reporting.network;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The files that a network is told in, held to what their readers ask for. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class NetworkFormatsTest {

    private static SmallNetwork given;

    @BeforeEach
    void givenAFewPeople() {
        if (given == null) {
            given = new SmallNetwork();
        }
    }

    /** What GEXF 1.3 and the readers of Gephi and networkx ask for. */
    @Test
    void gexfIsWellFormedDynamicAndRefersToWhatItDeclares() throws Exception {
        Document document = xml(SmallNetwork.network("organiser", "event=" + given.event, "application/gexf+xml")
                .contentType("application/gexf+xml")
                .header("Content-Disposition", containsString("network.gexf"))
                .extract()
                .asString());

        Element root = document.getDocumentElement();
        assertThat(root.getNamespaceURI(), is("http://gexf.net/1.3"));
        assertThat(root.getAttribute("version"), is("1.3"));
        Element graph = (Element) root.getElementsByTagName("graph").item(0);
        assertThat(graph.getAttribute("mode"), is("dynamic"));
        assertThat(graph.getAttribute("timeformat"), is("date"));
        assertThat(graph.getAttribute("defaultedgetype"), is("undirected"));
        assertThat(names(graph), is(List.of("attributes", "attributes", "nodes", "edges")));

        Map<String, Map<String, String>> declared = new HashMap<>();
        for (Element attributes : elements(graph, "attributes")) {
            Map<String, String> types = new HashMap<>();
            elements(attributes, "attribute").forEach(a -> types.put(a.getAttribute("id"), a.getAttribute("type")));
            declared.put(attributes.getAttribute("class"), types);
        }
        List<Element> nodes = elements(graph, "node");
        List<String> ids = nodes.stream().map(node -> node.getAttribute("id")).toList();
        assertThat(
                ids,
                containsInAnyOrder(Stream.of(given.ann, given.bob, given.cem, given.dot)
                        .map(UUID::toString)
                        .toArray()));
        nodes.forEach(node -> checkValues(node, declared.get("node")));
        List<Element> edges = elements(graph, "edge");
        assertThat(edges, hasSize(3));
        for (Element edge : edges) {
            assertThat(ids.contains(edge.getAttribute("source")), is(true));
            assertThat(ids.contains(edge.getAttribute("target")), is(true));
            assertThat(edge.getAttribute("start"), matchesPattern("2025-0[568]-[01][0-9]"));
            checkValues(edge, declared.get("edge"));
        }
        assertThat(
                edges.stream().map(edge -> edge.getAttribute("id")).distinct().toList(), hasSize(3));
    }

    @Test
    void graphMlKeepsItsSchemaAndIsReadWithTypedAttributes() {
        String text = SmallNetwork.network("organiser", "event=" + given.event, "application/graphml+xml")
                .contentType("application/graphml+xml")
                .extract()
                .asString();
        Graph<String, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
        importer.setSchemaValidation(true);
        importer.setVertexFactory(id -> id);
        Map<String, Map<String, Attribute>> read = new HashMap<>();
        importer.addVertexAttributeConsumer(
                (vertexAndName, value) -> read.computeIfAbsent(vertexAndName.getFirst(), vertex -> new HashMap<>())
                        .put(vertexAndName.getSecond(), value));

        importer.importGraph(graph, new StringReader(text));

        assertThat(graph.vertexSet(), hasSize(4));
        assertThat(graph.edgeSet(), hasSize(3));
        assertThat(graph.containsEdge(given.cem.toString(), given.dot.toString()), is(true));
        assertThat(read.get(given.cem.toString()).get("degree").getType().toString(), is("int"));
        assertThat(read.get(given.cem.toString()).get("degree").getValue(), is("2"));
        assertThat(read.get(given.dot.toString()).containsKey("organisation"), is(false));
    }

    @Test
    void aFormatCanBeAskedForByNameToo() {
        SmallNetwork.network("analyst", "format=gexf", "*/*").contentType("application/gexf+xml");
        SmallNetwork.network("analyst", "format=graphml", "*/*").contentType("application/graphml+xml");
        SmallNetwork.network("analyst", "format=json", "*/*").contentType("application/json");
        Api.as(Tokens.of("analyst"))
                .get("/v1/network?format=pajek")
                .then()
                .statusCode(400)
                .body("parameter", is("format"));
        Api.as(Tokens.of("analyst"))
                .accept("text/csv")
                .get("/v1/network")
                .then()
                .statusCode(406);
    }

    @Test
    void aNetworkOfNobodyIsEmptyInEveryFormat() throws Exception {
        String nobody = "event=" + UUID.randomUUID();
        SmallNetwork.network("analyst", nobody, "application/json")
                .body("nodes", hasSize(0))
                .body("ties", hasSize(0));
        Document gexf = xml(SmallNetwork.network("analyst", nobody, "application/gexf+xml")
                .extract()
                .asString());
        assertThat(elements(gexf.getDocumentElement(), "node"), hasSize(0));
        Document graphMl = xml(SmallNetwork.network("analyst", nobody, "application/graphml+xml")
                .extract()
                .asString());
        assertThat(elements(graphMl.getDocumentElement(), "node"), hasSize(0));
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> names(Element parent) {
        NodeList children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(i -> children.item(i).getNodeName())
                .toList();
    }

    private static void checkValues(Element owner, Map<String, String> declared) {
        for (Element value : elements(owner, "attvalue")) {
            String type = declared.get(value.getAttribute("for"));
            switch (type) {
                case "integer" -> assertThat(value.getAttribute("value"), matchesPattern("[0-9]+"));
                case "boolean" -> assertThat(value.getAttribute("value"), matchesPattern("true|false"));
                default -> assertThat(type, is("string"));
            }
        }
    }
}
