package org.rapport.reporting.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.given.Reports.answer;
import static org.rapport.reporting.given.Reports.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.SmallWorld;

/** Whether those who see no small numbers can work some out from all that they can ask. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class PrivacyAttackTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AS_OF = "asOf=2026-03-31";
    private static final List<String> WINDOWS = List.of("P30D", "P365D");
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    private static Map<String, Set<String>> selections;
    private static Map<String, Set<String>> strata;
    private static List<String> names;

    /** Three events of one programme, of which the last has few people, and one of another. */
    @BeforeEach
    void givenFewPeopleAtOneEvent() {
        if (selections != null) {
            return;
        }
        SmallWorld world = new SmallWorld();
        String one = event(world, "2025-01-10", FIRST, "PE", 8, 11, 6, 13);
        String two = event(world, "2025-02-10", FIRST, "CL", 13, 7, 9, 8);
        String few = event(world, "2025-03-10", FIRST, "CL", 3, 7, 2, 6);
        String other = event(world, "2025-04-10", SECOND, "PE", 12, 9, 7, 14);
        world.alone();
        selections = new LinkedHashMap<>();
        selections.put("", Set.of(one, two, few, other));
        selections.put("&programme=" + FIRST, Set.of(one, two, few));
        selections.put("&programme=" + SECOND, Set.of(other));
        selections.put("&country=PE", Set.of(one, other));
        selections.put("&country=CL", Set.of(two, few));
        selections.put("&to=2025-03-01", Set.of(one, two));
        selections.put("&from=2025-03-01", Set.of(few, other));
        selections.put("&from=2025-02-01&to=2025-04-01", Set.of(two, few));
        List.of(one, two, few, other).forEach(event -> selections.put("&event=" + event, Set.of(event)));
        strata = selections.entrySet().stream()
                .filter(selection -> selection.getKey().matches("&\\w+=[^&]+"))
                .collect(Collectors.toMap(
                        selection -> selection.getKey().replaceFirst(".*=", ""), Map.Entry::getValue, (a, b) -> a));
        names = Api.as(Tokens.of("organiser")).get("/v1/reports").jsonPath().getList("reports.name");
    }

    /** With so many ready who engaged, ready who did not, and the same of the others, some sooner and some later. */
    private static String event(
            SmallWorld world, String day, UUID programme, String country, int a, int b, int c, int d) {
        UUID event = world.event(day, "HELD", Map.of("programmeId", programme.toString(), "country", country));
        List<UUID> engaged = new ArrayList<>();
        for (int i = 0; i < a + b + c + d; i++) {
            UUID person = world.person();
            world.attends(event, person);
            if (i < a + b) {
                world.need(person, "water", "2024-06-01", null, null);
            }
            if (i < a || i >= a + b && i < a + b + c) {
                engaged.add(person);
            }
            if (i % 3 == 0) {
                world.registers(event, person, "GRANT");
            }
            if (i % 2 == 0) {
                world.promises(event, person, null);
            }
        }
        for (int i = 0; i < engaged.size(); i++) {
            world.exchange(
                    engaged.get(i), engaged.get((i + 1) % engaged.size()), i % 4 == 3 ? "2025-08-20" : "2025-04-20");
        }
        return event.toString();
    }

    @Test
    void noHiddenCountFollowsFromTotalsFiltersAndStrata() throws Exception {
        Attacker attacker = new Attacker(5);
        Attacker truth = new Attacker(0);
        for (Map.Entry<String, Set<String>> selection : selections.entrySet()) {
            for (String name : names) {
                tell(attacker, "organiser", truth, name, "", selection);
            }
            for (String window : WINDOWS) {
                tell(attacker, "admin", truth, "readiness", "&window=" + window, selection);
            }
        }
        for (String by : List.of("event", "programme", "country")) {
            tell(attacker, "organiser", truth, "readiness", "&stratifyBy=" + by, Map.entry("", selections.get("")));
        }

        Map<String, Attacker.Bounds> conclusions = attacker.conclusions(truth);

        assertThat(conclusions.size(), greaterThan(20));
        Map<String, Attacker.Bounds> told = new TreeMap<>(conclusions);
        told.values().removeIf(bounds -> !bounds.tell());
        assertThat(told, anEmptyMap());
    }

    private static void tell(
            Attacker attacker,
            String role,
            Attacker truth,
            String name,
            String more,
            Map.Entry<String, Set<String>> selection)
            throws Exception {
        String query = name + "?" + AS_OF + more + selection.getKey();
        String question = name + (more.contains("stratifyBy") ? "" : more);
        attacker.learn(question, selection.getValue(), strata, json(role, query));
        truth.learn(question, selection.getValue(), strata, json("analyst", query));
    }

    private static JsonNode json(String role, String query) throws Exception {
        return JSON.readTree(ask(role, query).statusCode(200).extract().asString());
    }

    @Test
    void everyReportIsRoundedInBothForms() throws Exception {
        for (String name : names) {
            JsonNode report = json("organiser", name + "?" + AS_OF);
            assertThat(report.get("warnings").toString(), containsString("rounded to multiples of 5"));
            List<String> numbers = new ArrayList<>();
            numbers(report, numbers);
            String csv = Api.as(Tokens.of("organiser"))
                    .accept("text/csv")
                    .get("/v1/reports/" + name + "?" + AS_OF)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            List<String> inCsv = csv.lines()
                    .map(line -> line.substring(line.lastIndexOf(',') + 1))
                    .filter(value -> value.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?"))
                    .sorted()
                    .toList();
            assertThat(name, inCsv, is(numbers.stream().sorted().toList()));
        }
    }

    private static void numbers(JsonNode node, List<String> numbers) {
        if (node.isNumber()) {
            numbers.add(node.asText());
        }
        node.forEach(child -> numbers(child, numbers));
    }

    @Test
    void whatIsComputedIsComputedFromTheRoundedCounts() {
        JsonPath report = answer("organiser", "readiness?" + AS_OF);

        assertThat(report.getInt("table.ready.engaged") % 5, is(0));
        double risk = report.getDouble("table.ready.engaged")
                / (report.getDouble("table.ready.engaged") + report.getDouble("table.ready.notEngaged"));
        assertThat(report.getDouble("estimates.riskReady.value"), is(Math.rint(100 * risk) / 100));
        assertThat(answer("analyst", "readiness?" + AS_OF).getInt("table.ready.engaged"), is(36));
    }

    @Test
    void momentsOfSingleEncountersAreForAnalysts() {
        assertThat(answer("organiser", "encounters?" + AS_OF).get("firstMetAt"), nullValue());
    }

    @Test
    void nobodyElseGetsAReport() {
        for (String name : names) {
            for (String role : List.of("operator", "service")) {
                ask(role, name).statusCode(403);
            }
        }
    }
}
