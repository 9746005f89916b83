package org.rapport.reporting.report;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.DomainEvent;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.ImportedEvents;

/**
 * The same question has the same answer to the byte, in whatever order events came, how often, and with what they said
 * before among them; and again from a read model that was built anew. It holds for every report of the catalogue.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReproducibilityTest {

    private static final String AS_OF = "?asOf=2025-12-31";

    @Test
    void theSameAsOfGivesTheSameBytesInAnyOrderAndAfterARebuild() {
        List<DomainEvent> newest = ImportedEvents.of("world").stream()
                .map(event ->
                        new DomainEvent(event.owner(), event.aggregate(), event.verb(), event.id(), 1, event.data()))
                .toList();
        Facts.areOnly(newest);
        Map<String, String> answers = answers();
        assertThat(answers.keySet(), hasItems("readiness as CSV", "network as JSON"));

        List<DomainEvent> mixed = new ArrayList<>(newest);
        newest.stream()
                .filter(event -> event.id().hashCode() % 5 == 0)
                .map(ReproducibilityTest::before)
                .forEach(mixed::add);
        Facts.areOnly(Facts.shuffled(mixed, 20_251_231));
        assertSame(answers(), answers);

        Api.as(Tokens.of("operator")).post("/v1/projections/rebuild").then().statusCode(202);
        await().atMost(ofSeconds(60))
                .until(() ->
                        Api.as(Tokens.of("operator")).get("/v1/projections").path("projections[0].complete"));
        assertSame(answers(), answers);
    }

    /** What was said first, and turned out to be otherwise. */
    private static DomainEvent before(DomainEvent event) {
        Map<String, Object> data = new LinkedHashMap<>(event.data());
        switch (event.aggregate()) {
            case "participant" -> data.put("consents", List.of());
            case "event" -> data.put("status", "DRAFT");
            case "attendance" -> data.put("status", "UNKNOWN");
            case "registration" -> data.put("status", "APPLIED");
            case "exchange" -> data.put("status", "PROPOSED");
            default -> data.remove("kind");
        }
        return new DomainEvent(event.owner(), event.aggregate(), event.verb(), event.id(), 0, data);
    }

    /** Of all reports, as analysts and as others see them, and of the network in every format. */
    private static Map<String, String> answers() {
        // as autovacuum does sooner or later: without it, plans of joins are guesses, and some of them slow
        Facts.execute("analyze");
        List<String> names =
                Api.as(Tokens.of("analyst")).get("/v1/reports").then().extract().path("reports.name");
        Map<String, String> answers = new TreeMap<>();
        for (String name : names) {
            String path = "/v1/reports/" + name + AS_OF;
            answers.put(name + " as JSON", get("analyst", path, "application/json"));
            answers.put(name + " as CSV", get("organiser", path, "text/csv"));
        }
        for (String format : List.of("json", "gexf", "graphml")) {
            answers.put("network " + format, get("analyst", "/v1/network" + AS_OF + "&format=" + format, "*/*"));
        }
        return answers;
    }

    private static String get(String role, String path, String format) {
        return Api.as(Tokens.of(role))
                .accept(format)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** One by one, as a difference of all at once would be hard to read. */
    private static void assertSame(Map<String, String> answers, Map<String, String> before) {
        before.forEach((question, answer) -> assertThat(question, answers.get(question), equalTo(answer)));
    }
}
