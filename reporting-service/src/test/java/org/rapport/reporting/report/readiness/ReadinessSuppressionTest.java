package org.rapport.reporting.report.readiness;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.ImportedEvents;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReadinessSuppressionTest {

    private static final String AS_OF = "asOf=2025-12-31&";
    private static final List<String> CELLS =
            List.of("ready.engaged", "ready.notEngaged", "notReady.engaged", "notReady.notEngaged");

    private static boolean loaded;

    @BeforeEach
    void givenTheWorld() {
        if (!loaded) {
            Facts.areOnly(ImportedEvents.of("world"));
            loaded = true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stratifyBy=programme",
                "stratifyBy=event",
                "stratifyBy=country",
                "stratifyBy=project",
                "stratifyBy=event&window=P365D",
                "stratifyBy=event&window=P30D",
                "unit=participant&role=initiator",
                "exposure=needMatch&stratifyBy=event",
                "threshold=9&stratifyBy=event",
                "ascertainment=confirmed&stratifyBy=country&window=P365D",
            })
    void noSmallCellIsShownNorLeftOverFromATotal(String query) {
        JsonPath report = get("organiser", query);
        JsonPath everything = get("analyst", query);

        for (String cell : CELLS) {
            Integer total = report.get("table." + cell);
            List<Integer> strata = report.getList("stratified.strata.table." + cell);
            List<Integer> exact = everything.getList("stratified.strata.table." + cell);
            assertThat(strata.stream().filter(count -> count != null).toList(), everyItem(greaterThanOrEqualTo(5)));
            if (total != null) {
                int left = IntStream.range(0, strata.size())
                        .filter(i -> strata.get(i) == null)
                        .map(exact::get)
                        .sum();
                assertThat(left, either(is(0)).or(greaterThanOrEqualTo(5)));
            }
        }
        assertThat(report.getList("stratified.strata.key"), is(everything.getList("stratified.strata.key")));
    }

    @Test
    void aStratumWithASmallCellAndEnoughOthersAreHiddenWithAllThatIsComputedFromThem() {
        JsonPath report = get("organiser", "stratifyBy=programme");
        String pilot = "stratified.strata.find { it.label == 'Pilot Series' }";

        assertThat(report.get(pilot + ".table.ready.engaged"), nullValue());
        assertThat(report.getString(pilot + ".table.reason"), containsString("fewer than 5 people"));
        assertThat(report.getString(pilot + ".relativeRisk.reason"), containsString("suppressed"));
        assertThat(
                report.getList("stratified.strata.findAll { it.table.ready.engaged == null }")
                        .size(),
                is(2));
        assertThat(report.get("stratified.mantelHaenszel.relativeRisk.value"), nullValue());
        assertThat(report.get("stratified.cochranMantelHaenszel.pValue"), nullValue());
        assertThat(report.get("stratified.breslowDay.pValue"), nullValue());
        assertThat(report.get("estimates.relativeRisk.value"), notNullValue());
        assertThat(report.getList("warnings"), hasItem(containsString("are hidden")));
    }

    @Test
    void analystsSeeItAndAdministratorsDoNot() {
        JsonPath report = get("analyst", "stratifyBy=programme");
        assertThat(report.get("stratified.strata.find { it.label == 'Pilot Series' }.table.ready.engaged"), is(2));
        assertThat(report.get("suppression.applies"), is(false));
        assertThat(get("admin", "stratifyBy=programme").get("suppression.applies"), is(true));
    }

    @Test
    void aTableWithASmallCellIsHiddenWithItsMarginsAndEstimates() {
        JsonPath report =
                get("organiser", "programme=" + Uuids.imported("world", "programmes", "PR6") + "&stratifyBy=event");

        assertThat(report.get("table.ready.engaged"), nullValue());
        assertThat(report.getString("table.reason"), containsString("suppressed"));
        assertThat(report.get("population.exposed"), nullValue());
        assertThat(report.get("estimates.riskReady.value"), nullValue());
        assertThat(report.get("estimates.riskReady.of"), nullValue());
        assertThat(report.get("tests.fisherExact.pValue"), nullValue());
        assertThat(report.get("trend.levels.total"), not(hasItem(notNullValue())));
        assertThat(report.get("rank.spearman.value"), nullValue());
        assertThat(report.get("bounds.riskDifference"), nullValue());
        assertThat(report.get("clusterRobust.rows"), nullValue());
        assertThat(report.get("exchangesInWindow"), nullValue());
        assertThat(report.get("maxExchanges"), nullValue());
        assertThat(report.get("multiplicity.pValue"), not(hasItem(notNullValue())));
    }

    private static JsonPath get(String role, String query) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .get("/v1/reports/readiness?" + AS_OF + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
