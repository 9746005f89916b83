package org.rapport.participants;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** The habits of writing, tried on organisations. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ChangesTest {

    private static final String PATH = "/v1/organisations";

    private static UUID organisation() {
        return Api.create(PATH, "{\"name\": \"Agencia del Agua\", \"type\": \"10\", \"country\": \"PE\"}");
    }

    @Test
    void whatIsCreatedHasAnAddressAnETagAndAnIdThatGrowsWithTime() {
        Api.post(PATH, "{\"name\": \"Agencia del Agua\"}")
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .header("Location", matchesPattern("http.*/v1/organisations/[0-9a-f-]{14}7[0-9a-f-]{21}"))
                .body("name", equalTo("Agencia del Agua"))
                .body("type", nullValue());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Api.post(PATH, "{\"type\": \"11\", \"country\": \"XX\", \"rorId\": \"https://ror.org/05gq02988\"}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("https://rapport.dev/problems/invalid"))
                .body("instance", equalTo(PATH))
                .body("errors.code", hasItems("NAME_REQUIRED", "TYPE_INVALID", "COUNTRY_INVALID", "ROR_ID_INVALID"))
                .body("errors.pointer", hasItems("/name", "/type", "/country", "/rorId"));
    }

    @Test
    void aPatchChangesWhatItNamesAndRemovesWhatIsNull() {
        UUID id = organisation();
        Api.patch(PATH + "/" + id, "\"0\"", "{\"country\": \"BO\", \"type\": null}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("country", equalTo("BO"))
                .body("type", nullValue())
                .body("name", equalTo("Agencia del Agua"));
    }

    @Test
    void aPatchThatChangesNothingMakesNoNewVersionAndNoEvent() {
        UUID id = organisation();
        Api.patch(PATH + "/" + id, "\"0\"", "{\"country\": \"PE\"}")
                .statusCode(200)
                .header("ETag", "\"0\"");
        Api.patch(PATH + "/" + id, "\"0\"", "{\"country\": \"BO\"}").statusCode(200);
        PublishedEvents.await("rapport.participants.v1", id, 2);
    }

    @Test
    void aPatchWithoutTheVersionOrWithAStaleOneIsRefused() {
        UUID id = organisation();
        Api.asOrganiser()
                .contentType("application/merge-patch+json")
                .body("{\"country\": \"BO\"}")
                .when()
                .patch(PATH + "/" + id)
                .then()
                .statusCode(428);
        Api.patch(PATH + "/" + id, "\"7\"", "{\"country\": \"BO\"}").statusCode(412);
        Api.asOrganiser().when().get(PATH + "/" + id).then().body("country", equalTo("PE"));
    }

    @Test
    void whatTheServiceSetsCannotBeSetByClients() {
        UUID id = organisation();
        for (String field : List.of("id", "version", "createdAt", "updatedAt", "status")) {
            Api.patch(PATH + "/" + id, "\"0\"", "{\"" + field + "\": \"1\"}")
                    .statusCode(400)
                    .body("errors[0].code", equalTo("UNKNOWN_FIELD"))
                    .body("errors[0].pointer", equalTo("/" + field));
        }
    }

    @Test
    void ofTwoChangesOfOneVersionOneIsRefused() throws Exception {
        UUID id = organisation();
        List<Integer> statuses =
                inParallel(8, i -> Api.patch(PATH + "/" + id, "\"0\"", "{\"name\": \"Name " + i + "\"}")
                        .extract()
                        .statusCode());
        assertThat(statuses.stream().filter(status -> status == 200).toList(), hasSize(1));
        assertThat(statuses.stream().filter(status -> status == 412).toList(), hasSize(7));
    }

    @Test
    void whoHasTheVersionAlreadyGetsItNotAgain() {
        UUID id = organisation();
        Api.asOrganiser()
                .header("If-None-Match", "\"0\"")
                .when()
                .get(PATH + "/" + id)
                .then()
                .statusCode(304);
        Api.asOrganiser()
                .header("If-None-Match", "\"5\"")
                .when()
                .get(PATH + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void fiftyPostsWithOneKeyCreateOneThingAndGetOneAnswer() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Response> answers = inParallel(50, i -> withKey(key, Tokens.of("organiser"), "Once"));
        assertThat(answers.stream().map(Response::statusCode).collect(Collectors.toSet()), equalTo(Set.of(201)));
        assertThat(answers.stream().map(Response::asString).collect(Collectors.toSet()), hasSize(1));
        assertThat(answers.stream().map(a -> a.header("Location")).collect(Collectors.toSet()), hasSize(1));
        PublishedEvents.await(
                "rapport.participants.v1", UUID.fromString(answers.get(0).path("id")), 1);
    }

    @Test
    void aKeyUsedForAnotherRequestIsRefusedAndAnotherClientsKeyIsItsOwn() {
        String key = UUID.randomUUID().toString();
        String first = withKey(key, Tokens.ofClient("a", "organiser"), "One").path("id");
        withKey(key, Tokens.ofClient("a", "organiser"), "Two")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://rapport.dev/problems/idempotency-key-reused"));
        String other = withKey(key, Tokens.ofClient("b", "organiser"), "One").path("id");
        assertThat(other.equals(first), equalTo(false));
    }

    @Test
    void aRequestThatWasRefusedDoesNotUseItsKeyUp() {
        String key = UUID.randomUUID().toString();
        Api.asOrganiser()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{}")
                .when()
                .post(PATH)
                .then()
                .statusCode(422);
        withKey(key, Tokens.of("organiser"), "Now").then().statusCode(201);
    }

    private static Response withKey(String key, String token, String name) {
        return Api.as(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"name\": \"" + name + "\"}")
                .when()
                .post(PATH);
    }

    private interface Numbered<T> {
        T call(int i);
    }

    private static <T> List<T> inParallel(int count, Numbered<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<T>> calls = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(i -> () -> work.call(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
