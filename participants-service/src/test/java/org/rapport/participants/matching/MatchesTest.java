package org.rapport.participants.matching;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.participants.People;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class MatchesTest {

    private static final String SHARING = "\"consents\": [{\"purpose\": \"PROFILE_SHARING\", \"textVersion\": \"1\","
            + " \"givenAt\": \"2026-01-01T00:00:00Z\"%s}]";

    private String topic;
    private String above;
    private String beneath;
    private UUID seeker;
    private UUID need;

    @BeforeEach
    void aNeedOfASpanishSpeaker() {
        above = "a-" + UUID.randomUUID();
        topic = "t-" + UUID.randomUUID();
        beneath = "b-" + UUID.randomUUID();
        define(above, null);
        define(topic, above);
        define(beneath, topic);
        seeker = sharing("es-MX");
        need = need(seeker, topic);
    }

    private static void define(String code, String broader) {
        Api.create(
                "/v1/topics",
                "{\"code\": \"" + code + "\", \"label\": \"A topic\""
                        + (broader == null ? "" : ", \"broader\": \"" + broader + "\"") + "}");
    }

    private static UUID participant(String fields) {
        return Api.create("/v1/participants", "{\"givenName\": \"Rosa\", \"familyName\": \"Quispe\", " + fields + "}");
    }

    private static UUID sharing(String language) {
        return participant("\"language\": \"" + language + "\", " + SHARING.formatted(""));
    }

    private static UUID need(UUID participant, String topic) {
        return Api.create("/v1/needs", People.need(participant, topic));
    }

    private UUID offer(UUID participant, String topic, String fields) {
        return Api.create(
                "/v1/offers",
                "{\"participantId\": \"" + participant + "\", \"topic\": \"" + topic + "\"" + fields + "}");
    }

    private static ValidatableResponse matches(String path) {
        return Api.asOrganiser().when().get(path + "/matches").then().statusCode(200);
    }

    private static List<String> strings(UUID... ids) {
        List<String> strings = new ArrayList<>();
        for (UUID id : ids) {
            strings.add(id.toString());
        }
        return strings;
    }

    @Test
    void comeBestFirstEachWithTheReasonsForItsPlace() {
        String skill = ", \"kind\": \"SKILL\"";
        String data = ", \"kind\": \"DATA\"";
        UUID broader = offer(sharing("es"), above, skill);
        UUID otherLanguage = offer(sharing("en"), topic, skill);
        UUID otherKind = offer(sharing("es"), topic, data);
        UUID narrower = offer(sharing("es"), beneath, skill);
        UUID noKind = offer(sharing("es"), topic, "");
        UUID best = offer(sharing("es-PE"), topic, skill + ", \"description\": \"Advice\"");
        offer(sharing("es"), People.topic(), skill);

        matches("/v1/needs/" + need)
                .body("items.offerId", equalTo(strings(best, otherLanguage, noKind, otherKind, narrower, broader)))
                .body("items[0].reasons", contains("SAME_TOPIC", "SAME_KIND", "SAME_LANGUAGE"))
                .body("items[0].topicSteps", equalTo(0))
                .body("items[0].language", equalTo("es"))
                .body("items[0].description", equalTo("Advice"))
                .body("items[1].reasons", contains("SAME_TOPIC", "SAME_KIND"))
                .body("items[2].reasons", contains("SAME_TOPIC", "SAME_LANGUAGE"))
                .body("items[4].reasons", contains("NARROWER_TOPIC", "SAME_KIND", "SAME_LANGUAGE"))
                .body("items[4].topicSteps", equalTo(1))
                .body("items[5].reasons", contains("BROADER_TOPIC", "SAME_KIND", "SAME_LANGUAGE"));
    }

    @Test
    void areOfOthersWhoShareTheirProfileAndCanBeTakenUpNow() {
        offer(People.participant(), topic, "");
        offer(participant(SHARING.formatted(", \"withdrawnAt\": \"2026-02-01T00:00:00Z\"")), topic, "");
        offer(participant(SHARING.formatted("") + ", \"leftAt\": \"2026-02-01T00:00:00Z\""), topic, "");
        offer(seeker, topic, "");
        offer(sharing("es"), topic, ", \"availableFrom\": \"2100-01-01T00:00:00Z\"");
        offer(sharing("es"), topic, ", \"availableTo\": \"2026-02-01T00:00:00Z\"");

        matches("/v1/needs/" + need).body("items", empty());

        UUID good = offer(sharing("es"), topic, ", \"availableTo\": \"2100-01-01T00:00:00Z\"");
        matches("/v1/needs/" + need).body("items.offerId", equalTo(strings(good)));
    }

    @Test
    void followTheConsentAndTheLanguageOfTheParticipant() {
        UUID first = sharing("es");
        UUID second = sharing("es");
        UUID one = offer(first, topic, ", \"kind\": \"SKILL\"");
        UUID other = offer(second, topic, ", \"kind\": \"SKILL\"");
        Api.patch("/v1/participants/" + first, "\"0\"", "{\"language\": \"fr\"}")
                .statusCode(200);
        matches("/v1/needs/" + need).body("items.offerId", equalTo(strings(other, one)));

        Api.patch(
                        "/v1/participants/" + second,
                        "\"0\"",
                        "{" + SHARING.formatted(", \"withdrawnAt\": \"2026-02-01T00:00:00Z\"") + "}")
                .statusCode(200);
        matches("/v1/needs/" + need).body("items.offerId", equalTo(strings(one)));

        Api.post(
                        "/v1/participants/" + second + "/consents",
                        "{\"purpose\": \"PROFILE_SHARING\", \"textVersion\": \"2\", \"givenAt\": \"2026-03-01T00:00:00Z\"}")
                .statusCode(201);
        matches("/v1/needs/" + need).body("items.offerId", equalTo(strings(other, one)));
    }

    @Test
    void ofAnOfferAreOpenNeeds() {
        UUID offer = offer(sharing("es"), above, ", \"kind\": \"SKILL\"");
        UUID met = need(sharing("es"), topic);
        Api.patch("/v1/needs/" + met, "\"0\"", "{\"status\": \"MET\", \"statusAt\": \"2026-03-01T00:00:00Z\"}");

        matches("/v1/offers/" + offer)
                .body("items.needId", equalTo(strings(need)))
                .body("items.participantId", equalTo(strings(seeker)))
                .body("items[0].reasons", contains("NARROWER_TOPIC", "SAME_KIND", "SAME_LANGUAGE"));
        matches("/v1/needs/" + met).body("items", empty());
    }

    @Test
    void comeInPagesEachOnce() {
        List<String> expected = new ArrayList<>();
        for (String language : List.of("es", "en", "fr", "es", "pt")) {
            expected.add(offer(sharing(language), topic, ", \"kind\": \"DATA\"").toString());
            expected.add(offer(sharing(language), beneath, "").toString());
        }
        String whole = matches("/v1/needs/" + need).extract().jsonPath().getString("items.offerId");
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = Api.asOrganiser()
                    .queryParam("limit", 3)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .when()
                    .get("/v1/needs/" + need + "/matches")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            paged.addAll(page.getList("items.offerId"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(paged, hasSize(expected.size()));
        assertThat(new HashSet<>(paged), equalTo(new HashSet<>(expected)));
        assertThat(paged.toString(), equalTo(whole));
    }

    @Test
    void refuseCursorsAndLimitsThatMakeNoSense() {
        offer(sharing("es"), topic, "");
        offer(sharing("es"), topic, "");
        String path = "/v1/needs/" + need + "/matches";
        String cursor = Api.asOrganiser()
                .when()
                .get(path + "?limit=1")
                .then()
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .path("next");
        for (String query : List.of("limit=0", "limit=201", "limit=x", "cursor=AAAA", "cursor=x" + cursor, "sort=id")) {
            Api.asOrganiser().when().get(path + "?" + query).then().statusCode(400);
        }
        Api.asOrganiser()
                .when()
                .get("/v1/needs/" + need(seeker, topic) + "/matches?cursor=" + cursor)
                .then()
                .statusCode(400);
    }

    @Test
    void areForThoseWhoMaySeeTheNeed() {
        UUID organisation = People.organisation();
        UUID member = People.memberOf(organisation);
        UUID theirs = need(member, topic);
        offer(sharing("es"), topic, "");
        String path = "/v1/needs/" + theirs + "/matches";
        for (String token : List.of(Tokens.of("analyst"), Tokens.partner(organisation), Tokens.participant(member))) {
            Api.as(token).when().get(path).then().statusCode(200).body("items", hasSize(1));
        }
        for (String token : List.of(Tokens.partner(People.organisation()), Tokens.participant(seeker))) {
            Api.as(token).when().get(path).then().statusCode(404);
        }
    }

    @Test
    void showWhatIsOfferedAndNotWhoItIs() {
        UUID offerer = sharing("es");
        offer(offerer, topic, "");
        Map<String, Object> match =
                matches("/v1/needs/" + need).extract().jsonPath().getMap("items[0]");
        assertThat(
                match.keySet(),
                containsInAnyOrder(
                        "offerId",
                        "participantId",
                        "topic",
                        "kind",
                        "description",
                        "language",
                        "availableFrom",
                        "availableTo",
                        "reasons",
                        "topicSteps"));
        assertThat(match.values(), hasItem(offerer.toString()));
    }
}
