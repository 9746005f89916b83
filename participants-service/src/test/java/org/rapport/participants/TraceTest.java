package org.rapport.participants;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;

/** One trace goes from a request to the events that it causes. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void aTraceThatTheClientHasBegunGoesOnInTheEvent() {
        ValidatableResponse answer = post(
                Api.asOrganiser().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"), "/v1/organisations");

        answer.statusCode(201).header("Trace-Id", TRACE);
        assertThat(traceParent(answer), startsWith("00-" + TRACE + "-"));
    }

    @Test
    void aTraceIsBegunForARequestWithoutOne() {
        ValidatableResponse answer = post(Api.asOrganiser(), "/v1/organisations");

        String trace = answer.statusCode(201).extract().header("Trace-Id");
        assertThat(trace, matchesPattern("[0-9a-f]{32}"));
        assertThat(traceParent(answer), startsWith("00-" + trace + "-"));
    }

    @Test
    void whatIsNoTraceParentIsPassedOver() {
        post(Api.asOrganiser().header("traceparent", "00-" + TRACE + "-1-01, x"), "/v1/organisations")
                .statusCode(201)
                .header("Trace-Id", not(equalTo(TRACE)));
    }

    @Test
    void everyRowOfAFileIsPartOfTheTraceOfTheImport() {
        String source = "trace-" + UUID.randomUUID();

        Api.asOrganiser()
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .contentType("text/csv")
                .body("id,name\nO1,Agua\nO2,Luz\n")
                .post("/v1/organisations/imports?source=" + source)
                .then()
                .statusCode(200)
                .header("Trace-Id", TRACE);

        List<String> ids = Api.asOrganiser()
                .get("/v1/organisations?sort=-updatedAt&limit=2")
                .then()
                .extract()
                .path("items.id");
        assertThat(traceParents(UUID.fromString(ids.get(0))), hasItem(startsWith("00-" + TRACE + "-")));
        assertThat(traceParents(UUID.fromString(ids.get(1))), hasItem(startsWith("00-" + TRACE + "-")));
    }

    @Test
    void problemsAreToldWithTheirTraceToo() {
        post(Api.asOrganiser().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"), "/v1/nowhere")
                .statusCode(404)
                .header("Trace-Id", TRACE);
    }

    private static ValidatableResponse post(RequestSpecification request, String path) {
        return request.contentType("application/json")
                .body("{\"name\": \"Aguas de Piura\"}")
                .when()
                .post(path)
                .then();
    }

    private static String traceParent(ValidatableResponse created) {
        return traceParents(UUID.fromString(created.extract().path("id"))).get(0);
    }

    private static List<String> traceParents(UUID aggregate) {
        List<ConsumerRecord<byte[], byte[]>> records = PublishedEvents.await("rapport.participants.v1", aggregate, 1);
        return records.stream()
                .map(record -> PublishedEvents.header(record, "ce_traceparent"))
                .toList();
    }
}
