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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SmallNetworkTest {

    private static SmallNetwork given;

    @BeforeEach
    void givenAFewPeople() {
        if (given == null) {
            given = new SmallNetwork();
        }
    }

    @Test
    void isCountedAsByHand() {
        JsonPath report = SmallNetwork.report("analyst", "event=" + given.event);

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
        assertThat(report.get("population.excludedExchanges.noResearchConsent"), is(2));
        assertThat(report.get("population.excludedExchanges.outsideSelection"), is(1));
    }

    @Test
    void reciprocityIsTheShareOfTiesThatBothConfirmed() {
        assertThat(SmallNetwork.report("analyst", "event=" + given.event).get("reciprocity.count"), is(1));
        assertThat(SmallNetwork.report("analyst", "event=" + given.event).get("reciprocity.of"), is(3));
        JsonPath confirmed = SmallNetwork.report("analyst", "confirmed=true");
        assertThat(confirmed.get("ties"), is(1));
        assertThat(confirmed.get("exchanges"), is(1));
        assertThat(confirmed.get("reciprocity.value"), nullValue());
        assertThat(confirmed.getString("reciprocity.reason"), containsString("only exchanges that both"));
        assertThat(confirmed.get("population.excludedExchanges.notConfirmed"), is(6));
    }

    @Test
    void tiesLeadOutOfGroupsOrStayWithinThem() {
        JsonPath report = SmallNetwork.report("analyst", "event=" + given.event);

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
        JsonPath growth = SmallNetwork.report("analyst", "window=P90D");
        assertThat(growth.getList("growth.key"), containsInAnyOrder(given.event.toString(), given.later.toString()));
        String first = "growth.find { it.key == '" + given.event + "' }.";
        assertThat(growth.get(first + "attendees"), is(5));
        assertThat(growth.get(first + "withoutConsent"), is(1));
        assertThat(growth.get(first + "pairs"), is(10));
        assertThat(growth.get(first + "before"), is(1));
        assertThat(growth.get(first + "during"), is(0));
        assertThat(growth.get(first + "after"), is(2));
        String second = "growth.find { it.key == '" + given.later + "' }.";
        assertThat(growth.get(second + "before"), is(0));
        assertThat(growth.get(second + "during"), is(1));
        assertThat(growth.get(second + "after"), is(0));

        JsonPath tooSoon = SmallNetwork.report("analyst", "window=P365D&event=" + given.event);
        assertThat(tooSoon.get("growth[0].after"), nullValue());
        assertThat(tooSoon.getString("growth[0].reason"), containsString("fewer than 365 days"));
    }

    @Test
    void typesAndTimesNarrowItDown() {
        assertThat(SmallNetwork.report("analyst", "type=FUNDING").get("ties"), is(1));
        assertThat(SmallNetwork.report("analyst", "type=FUNDING,ADVICE").get("ties"), is(4));
        assertThat(
                SmallNetwork.report("analyst", "startedFrom=2025-06-01&startedTo=2025-06-30")
                        .get("ties"),
                is(2));
        assertThat(SmallNetwork.report("analyst", "startedTo=2025-05-01").get("ties"), is(1));
    }

    @Test
    void organisersGetParticipantsAndTies() {
        JsonPath network = SmallNetwork.network("organiser", "event=" + given.event, "")
                .extract()
                .jsonPath();

        assertThat(network.getBoolean("pseudonymous"), is(false));
        assertThat(
                network.getList("nodes.id"),
                containsInAnyOrder(Stream.of(given.ann, given.bob, given.cem, given.dot)
                        .map(UUID::toString)
                        .toArray()));
        String tie = "ties.find { it.exchanges == 2 }";
        assertThat(
                List.of(network.getString(tie + ".source"), network.getString(tie + ".target")),
                containsInAnyOrder(given.ann.toString(), given.bob.toString()));
        assertThat(network.getList(tie + ".types"), is(List.of("ADVICE", "FUNDING")));
        assertThat(network.getBoolean(tie + ".confirmed"), is(true));
        assertThat(network.getString(tie + ".firstOn"), is("2025-05-01"));
        assertThat(network.getString(tie + ".lastOn"), is("2025-07-01"));
        String node = "nodes.find { it.id == '" + given.cem + "' }";
        assertThat(network.getString(node + ".organisation"), is(given.other.toString()));
        assertThat(network.getString(node + ".country"), is("CL"));
        assertThat(network.getInt(node + ".degree"), is(2));
        assertThat(network.getString(node + ".since"), is("2025-06-10"));
        assertThat(network.getInt("coverage.isolates"), is(1));
        assertThat(network.getInt("coverage.noResearchConsent"), is(1));
    }

    @Test
    void analystsGetPseudonymsThatStayTheSame() {
        ValidatableResponse response = SmallNetwork.network("analyst", "event=" + given.event, "");
        String text = response.extract().asString();
        JsonPath network = response.extract().jsonPath();

        for (UUID id : List.of(given.ann, given.bob, given.cem, given.dot, given.one, given.other)) {
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
        assertThat(
                SmallNetwork.network("analyst", "event=" + given.event, "")
                        .extract()
                        .asString(),
                equalTo(text));
        assertThat(
                SmallNetwork.network("analyst", "type=FUNDING", "")
                        .extract()
                        .jsonPath()
                        .getList("nodes.id"),
                everyItem(in(network.<String>getList("nodes.id"))));
    }

    @Test
    void partnersAndParticipantsGetNone() {
        for (String token : List.of(
                Tokens.partner(given.one),
                Tokens.participant(given.ann),
                Tokens.of("operator"),
                Tokens.of("service"))) {
            Api.as(token).get("/v1/network").then().statusCode(403);
            Api.as(token).get("/v1/reports/network").then().statusCode(403);
        }
    }
}
