package org.rapport.participants;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** The habits of lists, tried on organisations. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ListsTest {

    private String mark;

    @BeforeEach
    void fiveOrganisationsOfOurOwn() {
        mark = "mark" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 1; i <= 5; i++) {
            Api.create("/v1/organisations", "{\"name\": \"" + mark + " " + i + "\", \"country\": \"PE\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "-id", "name", "-name", "createdAt", "-updatedAt"})
    void pagesShowEverythingOnceInTheOrderAskedFor(String sort) {
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = Api.asOrganiser()
                    .queryParam("q", mark)
                    .queryParam("sort", sort)
                    .queryParam("limit", 2)
                    .queryParam("count", true)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .when()
                    .get("/v1/organisations")
                    .then()
                    .statusCode(200)
                    .body("count", equalTo(5))
                    .extract()
                    .jsonPath();
            names.addAll(page.getList("items.name"));
            cursor = page.getString("next");
        } while (cursor != null);
        List<String> expected =
                new ArrayList<>(List.of(mark + " 1", mark + " 2", mark + " 3", mark + " 4", mark + " 5"));
        if (sort.startsWith("-")) {
            Collections.reverse(expected);
        }
        assertThat(names, equalTo(expected));
    }

    @Test
    void theLastPageHasNoNext() {
        Api.asOrganiser()
                .queryParam("q", mark)
                .when()
                .get("/v1/organisations")
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .body("items", hasSize(5))
                .body("next", nullValue())
                .body("count", nullValue());
    }

    @Test
    void aLinkHeaderLeadsToTheNextPage() {
        Api.asOrganiser()
                .queryParam("q", mark)
                .queryParam("limit", 4)
                .when()
                .get("/v1/organisations")
                .then()
                .header("Link", org.hamcrest.Matchers.containsString("rel=\"next\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=1000000000",
                "limit=abc",
                "limit=",
                "limit=5&limit=6",
                "sort=website;drop",
                "sort=noField",
                "cursor=AAAA",
                "cursor=%00",
                "modifiedSince=yesterday",
                "modifiedSince=2026-02-30T00:00:00Z",
                "nme=x",
                "count=perhaps"
            })
    void parametersThatMakeNoSenseAreRefused(String query) {
        Api.asOrganiser()
                .when()
                .get("/v1/organisations?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://rapport.dev/problems/invalid-parameter"));
    }

    @Test
    void aCursorOfAnotherFilterIsRefused() {
        String cursor = Api.asOrganiser()
                .queryParam("q", mark)
                .queryParam("limit", 2)
                .when()
                .get("/v1/organisations")
                .then()
                .extract()
                .path("next");
        Api.asOrganiser()
                .queryParam("q", mark)
                .queryParam("country", "PE")
                .queryParam("cursor", cursor)
                .when()
                .get("/v1/organisations")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("cursor"));
    }

    @Test
    void aCursorOfAnotherCallerIsRefused() {
        String cursor = Api.asOrganiser()
                .queryParam("limit", 2)
                .when()
                .get("/v1/organisations")
                .then()
                .extract()
                .path("next");
        Api.as(Tokens.partner(UUID.randomUUID()))
                .queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .when()
                .get("/v1/organisations")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "';--", "\"", "mark%"})
    void charactersThatMeanSomethingToTheDatabaseAreTakenAsTheyAre(String text) {
        String odd = mark + " odd " + text;
        Api.create(
                "/v1/organisations", "{\"name\": \"" + odd.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
        Api.asOrganiser()
                .queryParam("q", "odd " + text)
                .when()
                .get("/v1/organisations")
                .then()
                .statusCode(200)
                .body("items.name", hasItem(odd))
                .body("items.name", everyItem(not(startsWith(mark + " 1"))));
    }

    @Test
    void whatWasChangedSinceCanBeAskedFor() {
        String before = Api.asOrganiser()
                .queryParam("q", mark)
                .queryParam("sort", "-updatedAt")
                .queryParam("limit", 1)
                .when()
                .get("/v1/organisations")
                .then()
                .extract()
                .path("items[0].updatedAt");
        UUID id = Api.create("/v1/organisations", "{\"name\": \"" + mark + " 6\"}");
        Api.asOrganiser()
                .queryParam("q", mark)
                .queryParam("modifiedSince", before)
                .when()
                .get("/v1/organisations")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()))
                .body("items.name", not(hasItem(mark + " 1")));
    }
}
