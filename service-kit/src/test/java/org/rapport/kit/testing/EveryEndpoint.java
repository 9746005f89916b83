package org.rapport.kit.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every endpoint of every service, learnt from its OpenAPI document. Each service's tests extend this. */
public abstract class EveryEndpoint {

    private static final String ANY_ID = "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e";
    static final List<String> METHODS = List.of("get", "post", "patch", "put", "delete");

    @Test
    void isClosedWithoutAToken() throws IOException {
        forEachOperation((path, operation) -> given().contentType(contentType(operation.getValue()))
                .when()
                .request(operation.getKey().toUpperCase(Locale.ROOT), path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", notNullValue()));
    }

    @Test
    void isClosedToATokenWithoutARole() throws IOException {
        forEachOperation((path, operation) -> Api.as(Tokens.of("visitor"))
                .contentType(contentType(operation.getValue()))
                .when()
                .request(operation.getKey().toUpperCase(Locale.ROOT), path)
                .then()
                .statusCode(403)
                .body("type", endsWith("/forbidden")));
    }

    static Stream<String> unbelievableTokens() {
        return Stream.of(
                Tokens.expired(),
                Tokens.wrongIssuer(),
                Tokens.wrongAudience(),
                Tokens.wrongKey(),
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwiZ3JvdXBzIjpbImFkbWluIl19.",
                "no-token-at-all");
    }

    @ParameterizedTest
    @MethodSource("unbelievableTokens")
    void isClosedToATokenThatCannotBeBelieved(String token) throws IOException {
        forEachOperation((path, operation) -> {
            if (operation.getKey().equals("get")) {
                Api.as(token).when().get(path).then().statusCode(401);
            }
        });
    }

    @Test
    void isDocumentedWithItsNameTagsSecurityAndProblems() throws IOException {
        forEachOperation((path, operation) -> {
            JsonNode described = operation.getValue();
            String where = operation.getKey() + " " + path;
            assertThat(where, described.path("operationId").asText(), is(not("")));
            assertThat(where, described.path("summary").asText(), is(not("")));
            assertThat(where, described.path("tags").size(), is(not(0)));
            assertThat(where, described.path("security").size(), is(not(0)));
            assertThat(where, described.path("responses").has("401"), is(true));
            assertThat(where, described.path("responses").has("403"), is(true));
        });
    }

    @Test
    void isWhatTheCommittedDocumentSays() throws IOException {
        String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        String document = given().when()
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        new CommittedContract("openapi/" + service + ".yaml", ApiChanges::breaking).requireSame(document);
    }

    @Test
    void refusesParametersThatItDoesNotHave() throws IOException {
        forEachOperation((path, operation) -> {
            if (operation.getKey().equals("get")) {
                Api.as(Tokens.of("admin", "analyst", "operator", "service"))
                        .accept(answerType(operation.getValue()))
                        .when()
                        .get(path + "?noSuchParameter=1")
                        .then()
                        .statusCode(400)
                        .body("parameter", equalTo("noSuchParameter"));
            }
        });
    }

    @Test
    void doesNotTellOfItsInsideWhenHealthIsAsked() {
        for (String probe : List.of("live", "ready", "started")) {
            given().when().get("/q/health/" + probe).then().statusCode(200).body("$", hasKey("status"));
        }
    }

    @Test
    void givesMetricsToPrometheus() {
        given().when().get("/q/metrics").then().statusCode(200).contentType(is(not("text/html")));
    }

    private static void forEachOperation(BiConsumer<String, Map.Entry<String, JsonNode>> check) throws IOException {
        String document = given().accept("application/json")
                .when()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        new ObjectMapper()
                .readTree(document).path("paths").properties().stream()
                        // open to whoever has the token that is part of the address
                        .filter(path -> !path.getKey().contains("{token}"))
                        .forEach(path -> path.getValue().properties().stream()
                                .filter(operation -> METHODS.contains(operation.getKey()))
                                .forEach(operation ->
                                        check.accept(path.getKey().replaceAll("\\{[^}]+}", ANY_ID), operation)));
    }

    private static String contentType(JsonNode operation) {
        return first(operation.path("requestBody").path("content"));
    }

    private static String answerType(JsonNode operation) {
        return first(operation.path("responses").path("200").path("content"));
    }

    private static String first(JsonNode content) {
        Iterator<String> types = content.fieldNames();
        return types.hasNext() ? types.next() : "application/json";
    }
}
