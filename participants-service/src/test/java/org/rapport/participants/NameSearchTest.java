package org.rapport.participants;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** People are found by what is typed, as long as it is not all wrong. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class NameSearchTest {

    private static final String PATH = "/v1/participants";

    /** Letters that no other name of the tests shares, for what must not be found beside our own. */
    private final String ours = letters();

    @ParameterizedTest
    @CsvSource({
        "Łukasz, Kwieciński, lukasz kwiecinski",
        "Łukasz, Kwieciński, KWIECIŃSKI Łukasz",
        "Łukasz, Kwieciński, luk kwie",
        "Łukasz, Kwieciński, lukazs kwiecinski",
        "Łukasz, Kwieciński, lukas kwiecinsky",
        "Søren, Ångström, soren angstrom",
        "Jürgen, Groß, jurgen gross",
        "Nguyễn, Thị Hoa, nguyen hoa",
        "José, García-López, jose garcia lopez",
        "José, García-López, garcía-lópez",
        "José, García-López, josé gracia",
        "Siobhán, O'Brien, obrien siobhan",
        "Ana, Wei, ana we",
        "Maximiliane, Rodríguez, maximilane rodriges"
    })
    void whateverAccentsCaseOrderAndSlipsOfTheHand(String given, String family, String typed) {
        String id = create(given, family + " " + ours);
        found(typed + " " + ours).body("items.id", contains(id));
    }

    @Test
    void oneErrorInEveryWordOfFourLettersOrMoreIsForgiven() {
        String id = create("Rosa", ours);
        for (int i = 0; i < ours.length(); i++) {
            String before = ours.substring(0, i);
            String after = ours.substring(i + 1);
            for (String typed : List.of(before + after, before + "z" + after, before + "z" + ours.charAt(i) + after)) {
                found("rsoa " + typed).body("items.id", hasItem(id));
            }
        }
    }

    @Test
    void theNearestComeFirstOnEveryPage() {
        String exact = create("Ana", ours);
        String longer = create("Anabel", ours);
        String longest = create("Ana Anastasia", ours + " Villanueva");
        String inside = create("Rossana", ours);

        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = Api.asOrganiser()
                    .queryParam("q", "ana " + ours)
                    .queryParam("limit", 1)
                    .queryParam("count", true)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .body("count", is(4))
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(ids, containsInAnyOrder(exact, longer, longest, inside));
        assertThat(ids.get(0), equalTo(exact));
        Api.asOrganiser()
                .queryParam("q", "ana " + ours)
                .queryParam("sort", "id")
                .get(PATH)
                .then()
                .body("items.id", contains(exact, longer, longest, inside));
    }

    @Test
    void whatHoldsAllWordsIsNotMixedWithWhatIsOnlyLikeIt() {
        String anna = create("Anna", ours);
        String hanna = create("Hanna", ours);
        String ana = create("Ana", ours);

        found("anna " + ours).body("items.id", contains(anna, hanna));
        found("ana " + ours).body("items.id", contains(ana));
        found("annna " + ours).body("items.id", contains(anna));
    }

    @Test
    void aPageOfForgivenErrorsIsFollowedByTheSame() {
        String first = create("Rosa", ours);
        String second = create("Rosa", ours);
        String cursor = search("roza " + ours)
                .queryParam("limit", 1)
                .get(PATH)
                .then()
                .body("items.id", contains(first))
                .extract()
                .path("next");
        create("Roza", ours);

        search("roza " + ours)
                .queryParam("limit", 1)
                .queryParam("cursor", cursor)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", contains(second));
        search("rosa " + ours).queryParam("cursor", cursor).get(PATH).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "';--", "\"", "*", ":typed", "%25", "()", "&|!"})
    void charactersThatMeanSomethingToTheDatabaseAreTakenAsTheyAre(String odd) {
        create("Rosa", ours);
        String id = create("Rosa " + odd.replace("\\", "\\\\").replace("\"", "\\\""), ours);
        found("rosa " + odd + " " + ours).body("items.id", contains(id));
    }

    @Test
    void aSearchHasALimitAndNothingToLookForFindsNothing() {
        search("x".repeat(101)).get(PATH).then().statusCode(400).body("parameter", equalTo("q"));
        found("x".repeat(100)).body("items", is(empty()));
        found("---").body("items", is(empty()));
        search("rosa").queryParam("sort", "relevance").get(PATH).then().statusCode(200);
        Api.asOrganiser().queryParam("sort", "relevance").get(PATH).then().statusCode(400);
    }

    @Test
    void partnersFindTheirMembersOnly() {
        UUID organisation = Api.create("/v1/organisations", "{\"name\": \"Agencia " + ours + "\"}");
        String id = Api.post(PATH, """
                {"givenName": "Rosa", "familyName": "%s", "affiliations": [{"organisationId": "%s"}]}""".formatted(ours, organisation))
                .statusCode(201)
                .extract()
                .path("id");
        create("Roza", ours);
        Api.as(Tokens.partner(organisation))
                .queryParam("q", "roza " + ours)
                .get(PATH)
                .then()
                .body("items.id", contains(id));
        Api.asOrganiser()
                .queryParam("q", "agensia " + ours)
                .get("/v1/organisations")
                .then()
                .body("items.id", contains(organisation.toString()));
    }

    private static String create(String given, String family) {
        return Api.create(PATH, "{\"givenName\": \"" + given + "\", \"familyName\": \"" + family + "\"}")
                .toString();
    }

    private static RequestSpecification search(String q) {
        return Api.asOrganiser().queryParam("q", q);
    }

    private static ValidatableResponse found(String q) {
        return search(q).get(PATH).then().statusCode(200);
    }

    private static String letters() {
        StringBuilder letters = new StringBuilder();
        new Random().ints(9, 'a', 'y' + 1).forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }
}
