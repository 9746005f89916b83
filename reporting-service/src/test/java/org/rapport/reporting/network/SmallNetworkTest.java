package org.rapport.reporting.network;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
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
import org.rapport.reporting.given.Happenings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A network that can be counted by hand. Ann and Bob are of one organisation, Cem of another, Dot of none; Ann, Bob and
 * Dot are of Peru, Cem of Chile. Ann and Bob knew each other before the event, and confirmed it; Ann and Cem since, and Cem
 * and Dot since a later event. Eve has no ties; Flo does not consent; Gus was not at the event.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SmallNetworkTest {

    private static final String AS_OF = "asOf=2025-12-31";

    private static UUID one;
    private static UUID other;
    private static UUID ann;
    private static UUID bob;
    private static UUID cem;
    private static UUID dot;
    private static UUID event;
    private static UUID later;
    private static boolean loaded;

    @BeforeEach
    void givenAFewPeople() {
        if (loaded) {
            return;
        }
        one = UUID.randomUUID();
        other = UUID.randomUUID();
        Happenings happened = new Happenings();
        ann = happened.person("country", "PE", "organisations", Happenings.memberOf(one));
        bob = happened.person("country", "PE", "organisations", Happenings.memberOf(one));
        cem = happened.person(
                "country",
                "CL",
                "organisations",
                List.of(
                        Map.of("organisationId", one.toString(), "to", "2024-12-31"),
                        Map.of("organisationId", other.toString(), "from", "2025-01-01")));
        dot = happened.person("country", "PE");
        UUID eve = happened.person();
        UUID flo = happened.person("consents", List.of(Happenings.consent("PROFILE_SHARING")));
        UUID gus = happened.person();
        event = happened.event("2025-06-01");
        happened.attend(event, ann, bob, cem, dot, eve, flo);
        happened.exchange(ann, bob, "2025-05-01", "confirmations", Happenings.bothConfirm(ann, bob));
        happened.exchange(ann, bob, "2025-07-01", "type", "FUNDING");
        happened.exchange(ann, cem, "2025-06-10");
        happened.exchange(cem, dot, "2025-08-01", "status", "COMPLETED", "startedAt", "2025-08-01T10:00:00Z");
        happened.exchange(cem, eve, "2025-08-01", "status", "PROPOSED");
        happened.exchange(ann, flo, "2025-06-20");
        happened.exchange(ann, gus, "2025-06-20");
        later = happened.event("2025-08-01");
        happened.attend(later, cem, dot);
        happened.alone();
        loaded = true;
    }

    @Test
    void isCountedAsByHand() {
        JsonPath report = report("analyst", "event=" + event);

        assertThat(report.get("nodes"), is(4));
        assertThat(report.get("ties"), is(3));
        assertThat(report.get("exchanges"), is(4));
        assertThat(report.get("isolates"), is(1));
        assertThat(report.getDouble("density"), closeTo(0.5, 1e-12));
        assertThat(report.getDouble("densityWithIsolates"), closeTo(0.3, 1e-6));
        assertThat(report.get("components"), is(1));
        assertThat(report.get("componentsWithIsolates"), is(2));
        assertThat(report.getMap("degreeDistribution"), equalTo(Map.of("1", 2, "2", 2)));
        assertThat(report.getDouble("centralisation.degree.value"), closeTo(2.0 / 6, 1e-6));
        assertThat(report.getDouble("centralisation.betweenness.value"), closeTo(4.0 / 9, 1e-6));
        assertThat(report.get("population.excluded.noResearchConsent"), is(1));
        assertThat(report.get("population.excludedExchanges.notCounting"), is(1));
        assertThat(report.get("population.excludedExchanges.noResearchConsent"), is(1));
        assertThat(report.get("population.excludedExchanges.outsideSelection"), is(1));
    }

    @Test
    void reciprocityIsTheShareOfTiesThatBothConfirmed() {
        assertThat(report("analyst", "event=" + event).get("reciprocity.count"), is(1));
        assertThat(report("analyst", "event=" + event).get("reciprocity.of"), is(3));
        JsonPath confirmed = report("analyst", "confirmed=true");
        assertThat(confirmed.get("ties"), is(1));
        assertThat(confirmed.get("exchanges"), is(1));
        assertThat(confirmed.get("reciprocity.value"), nullValue());
        assertThat(confirmed.getString("reciprocity.reason"), containsString("only exchanges that both"));
        assertThat(confirmed.get("population.excludedExchanges.notConfirmed"), is(5));
    }

    @Test
    void tiesLeadOutOfGroupsOrStayWithinThem() {
        JsonPath report = report("analyst", "event=" + event);

        assertThat(report.get("eiIndex.organisation.internal"), is(1));
        assertThat(report.get("eiIndex.organisation.external"), is(1));
        assertThat(report.get("eiIndex.organisation.unknown"), is(1));
        assertThat(report.getDouble("eiIndex.organisation.index.value"), is(0.0));
        assertThat(report.getDouble("eiIndex.organisation.expected.value"), closeTo(1.0 / 3, 1e-6));
        assertThat(report.get("eiIndex.country.internal"), is(1));
        assertThat(report.get("eiIndex.country.external"), is(2));
    }

    @Test
    void growthIsNewTiesBeforeAndAfterAnEvent() {
        JsonPath growth = report("analyst", "window=P90D");
        assertThat(growth.getList("growth.key"), containsInAnyOrder(event.toString(), later.toString()));
        String first = "growth.find { it.key == '" + event + "' }.";
        assertThat(growth.get(first + "attendees"), is(5));
        assertThat(growth.get(first + "withoutConsent"), is(1));
        assertThat(growth.get(first + "pairs"), is(10));
        assertThat(growth.get(first + "before"), is(1));
        assertThat(growth.get(first + "during"), is(0));
        assertThat(growth.get(first + "after"), is(2));
        String second = "growth.find { it.key == '" + later + "' }.";
        assertThat(growth.get(second + "before"), is(0));
        assertThat(growth.get(second + "during"), is(1));
        assertThat(growth.get(second + "after"), is(0));

        JsonPath tooSoon = report("analyst", "window=P365D&event=" + event);
        assertThat(tooSoon.get("growth[0].after"), nullValue());
        assertThat(tooSoon.getString("growth[0].reason"), containsString("fewer than 365 days"));
    }

    @Test
    void typesAndTimesNarrowItDown() {
        assertThat(report("analyst", "type=FUNDING").get("ties"), is(1));
        assertThat(report("analyst", "type=FUNDING,ADVICE").get("ties"), is(4));
        assertThat(
                report("analyst", "startedFrom=2025-06-01&startedTo=2025-06-30").get("ties"), is(2));
        assertThat(report("analyst", "startedTo=2025-05-01").get("ties"), is(1));
    }

    @Test
    void organisersGetParticipantsAndTies() {
        JsonPath network = network("organiser", "event=" + event, "").extract().jsonPath();

        assertThat(network.getBoolean("pseudonymous"), is(false));
        assertThat(
                network.getList("nodes.id"),
                containsInAnyOrder(
                        Stream.of(ann, bob, cem, dot).map(UUID::toString).toArray()));
        String tie = "ties.find { it.exchanges == 2 }";
        assertThat(
                List.of(network.getString(tie + ".source"), network.getString(tie + ".target")),
                containsInAnyOrder(ann.toString(), bob.toString()));
        assertThat(network.getList(tie + ".types"), is(List.of("ADVICE", "FUNDING")));
        assertThat(network.getBoolean(tie + ".confirmed"), is(true));
        assertThat(network.getString(tie + ".firstOn"), is("2025-05-01"));
        assertThat(network.getString(tie + ".lastOn"), is("2025-07-01"));
        String node = "nodes.find { it.id == '" + cem + "' }";
        assertThat(network.getString(node + ".organisation"), is(other.toString()));
        assertThat(network.getString(node + ".country"), is("CL"));
        assertThat(network.getInt(node + ".degree"), is(2));
        assertThat(network.getString(node + ".since"), is("2025-06-10"));
        assertThat(network.getInt("coverage.isolates"), is(1));
        assertThat(network.getInt("coverage.noResearchConsent"), is(1));
    }

    @Test
    void analystsGetPseudonymsThatStayTheSame() {
        ValidatableResponse response = network("analyst", "event=" + event, "");
        String text = response.extract().asString();
        JsonPath network = response.extract().jsonPath();

        for (UUID id : List.of(ann, bob, cem, dot, one, other)) {
            assertThat(text, not(containsString(id.toString())));
        }
        assertThat(network.getBoolean("pseudonymous"), is(true));
        assertThat(network.getList("nodes.id"), everyItem(matchesPattern("[0-9a-f]{32}")));
        assertThat(network.getList("nodes.country"), everyItem(nullValue()));
        assertThat(
                network.getList("nodes.organisation").stream()
                        .filter(name -> name != null)
                        .distinct()
                        .toList(),
                hasSize(2));
        assertThat(network("analyst", "event=" + event, "").extract().asString(), equalTo(text));
        assertThat(
                network("analyst", "type=FUNDING", "").extract().jsonPath().getList("nodes.id"),
                everyItem(in(network.<String>getList("nodes.id"))));
    }

    @Test
    void partnersAndParticipantsGetNone() {
        for (String token :
                List.of(Tokens.partner(one), Tokens.participant(ann), Tokens.of("operator"), Tokens.of("service"))) {
            Api.as(token).get("/v1/network").then().statusCode(403);
            Api.as(token).get("/v1/reports/network").then().statusCode(403);
        }
    }

    /** What GEXF 1.3 and the readers of Gephi and networkx ask for. */
    @Test
    void gexfIsWellFormedDynamicAndRefersToWhatItDeclares() throws Exception {
        Document document = xml(network("organiser", "event=" + event, "application/gexf+xml")
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
                containsInAnyOrder(
                        Stream.of(ann, bob, cem, dot).map(UUID::toString).toArray()));
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
        String text = network("organiser", "event=" + event, "application/graphml+xml")
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
        assertThat(graph.containsEdge(cem.toString(), dot.toString()), is(true));
        assertThat(read.get(cem.toString()).get("degree").getType().toString(), is("int"));
        assertThat(read.get(cem.toString()).get("degree").getValue(), is("2"));
        assertThat(read.get(dot.toString()).containsKey("organisation"), is(false));
    }

    @Test
    void aFormatCanBeAskedForByNameToo() {
        network("analyst", "format=gexf", "*/*").contentType("application/gexf+xml");
        network("analyst", "format=graphml", "*/*").contentType("application/graphml+xml");
        network("analyst", "format=json", "*/*").contentType("application/json");
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
        network("analyst", nobody, "application/json").body("nodes", hasSize(0)).body("ties", hasSize(0));
        Document gexf =
                xml(network("analyst", nobody, "application/gexf+xml").extract().asString());
        assertThat(elements(gexf.getDocumentElement(), "node"), hasSize(0));
        Document graphMl = xml(
                network("analyst", nobody, "application/graphml+xml").extract().asString());
        assertThat(elements(graphMl.getDocumentElement(), "node"), hasSize(0));
    }

    private static JsonPath report(String role, String query) {
        return Api.as(Tokens.of(role))
                .get("/v1/reports/network?" + AS_OF + "&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse network(String role, String query, String accept) {
        return Api.as(Tokens.of(role))
                .accept(accept.isEmpty() ? "application/json" : accept)
                .get("/v1/network?" + AS_OF + "&" + query)
                .then()
                .statusCode(200);
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
