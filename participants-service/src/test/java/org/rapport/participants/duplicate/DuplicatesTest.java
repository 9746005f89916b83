package org.rapport.participants.duplicate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.participants.People;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class DuplicatesTest {

    /** A name that is like nobody else's. */
    private static String word() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .map(digit -> 'a' + Character.digit(digit, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static UUID somebody(String given, String family, String more) {
        return Api.create(
                "/v1/participants",
                "{\"givenName\": \"" + given + "\", \"familyName\": \"" + family + "\"" + more + "}");
    }

    private static UUID withEmail(String email) {
        return somebody(word(), word(), ", \"email\": \"" + email + "\"");
    }

    private static ValidatableResponse duplicatesOf(UUID participant) {
        return Api.asOrganiser()
                .queryParam("participantId", participant)
                .when()
                .get("/v1/participants/duplicates")
                .then()
                .statusCode(200);
    }

    @Test
    void peopleWithAlmostTheSameNameInTheSameOrganisationAreListedWithTheReasons() {
        String family = word();
        UUID organisation = People.organisation();
        String member = ", \"affiliations\": [{\"organisationId\": \"" + organisation + "\"}]";
        UUID one = somebody("Łukasz", family, member);
        UUID other = somebody("Lukas", family, member);
        duplicatesOf(one)
                .body("items", hasSize(1))
                .body("items[0].participants.id", contains(one.toString(), other.toString()))
                .body("items[0].reasons", contains("NAME", "SHARED_ORGANISATION"))
                .body("items[0].score", greaterThan(0.7f));
        duplicatesOf(other).body("items[0].participants.id", contains(other.toString(), one.toString()));
    }

    @Test
    void addressesThatReachTheSameMailboxAreASignWhateverTheName() {
        String local = word();
        UUID one = withEmail(local.substring(0, 4) + "." + local.substring(4) + "@gmail.com");
        UUID other = withEmail(local + "+lima@googlemail.com");
        duplicatesOf(one)
                .body("items.participants[0].id", contains(one.toString(), other.toString()))
                .body("items[0].reasons", hasItem("SAME_MAILBOX"))
                .body("items[0].score", greaterThan(0.8f));
        UUID elsewhere = withEmail("x." + local + "+lima@example.org");
        UUID plain = withEmail("x." + local + "@example.org");
        duplicatesOf(elsewhere).body("items.participants[0].id", hasItem(plain.toString()));
    }

    @Test
    void differentOrcidsSpeakAgainstIt() {
        String given = word();
        String family = word();
        UUID one = somebody(given, family, ", \"orcid\": \"" + People.orcid() + "\"");
        UUID other = somebody(given, family, ", \"orcid\": \"" + People.orcid() + "\"");
        duplicatesOf(one).body("items", empty());
        Api.asOrganiser()
                .queryParam("participantId", one)
                .queryParam("minScore", "0")
                .when()
                .get("/v1/participants/duplicates")
                .then()
                .body(
                        "items.find { it.participants[1].id == '" + other + "' }.reasons",
                        contains("NAME", "DIFFERENT_ORCIDS"));
    }

    @Test
    void aPairThatIsTwoPeopleIsNotListedAgain() {
        String given = word();
        String family = word();
        UUID one = somebody(given, family, "");
        UUID other = somebody(given, family, "");
        duplicatesOf(one).body("items", hasSize(1));
        dismiss(other, one).statusCode(200);
        dismiss(one, other).statusCode(200);
        duplicatesOf(one).body("items", empty());
        dismiss(one, one).statusCode(422).body("errors.code", contains("SAME_PARTICIPANT"));
        dismiss(one, UUID.randomUUID()).statusCode(422).body("errors.code", contains("PARTICIPANT_UNKNOWN"));
        Api.as(Tokens.of("admin"))
                .when()
                .delete("/v1/participants/" + one)
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse dismiss(UUID one, UUID other) {
        return Api.post(
                "/v1/participants/duplicates/dismissals", "{\"participantIds\": [\"" + one + "\", \"" + other + "\"]}");
    }

    @Test
    void mergedAndErasedPeopleAreNobodysDuplicates() {
        String given = word();
        String family = word();
        UUID one = somebody(given, family, "");
        UUID merged = somebody(given, family, "");
        UUID erased = somebody(given, family, "");
        duplicatesOf(one).body("items", hasSize(2));
        Api.post("/v1/participants/" + one + "/merge", "{\"duplicateId\": \"" + merged + "\"}")
                .statusCode(200);
        Api.as(Tokens.of("admin"))
                .when()
                .delete("/v1/participants/" + erased)
                .then()
                .statusCode(204);
        duplicatesOf(one).body("items", empty());
    }

    @Test
    void everyPairIsListedOnceOverAllPages() {
        String given = word();
        String family = word();
        String since = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
        List<UUID> four = List.of(
                somebody(given, family, ""),
                somebody(given, family, ""),
                somebody(given, family, ""),
                somebody(given, family, ""));
        List<String> pairs = new ArrayList<>();
        String cursor = null;
        do {
            var request = Api.asOrganiser()
                    .queryParam("modifiedSince", since)
                    .queryParam("minScore", "0.5")
                    .queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .when()
                    .get("/v1/participants/duplicates")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<List<Map<String, String>>> items = page.getList("items.participants");
            for (List<Map<String, String>> pair : items) {
                if (pair.get(0).get("familyName").equals(family)) {
                    pairs.add(pair.get(0).get("id") + " " + pair.get(1).get("id"));
                }
            }
            cursor = page.getString("next");
        } while (cursor != null);
        List<String> expected = new ArrayList<>();
        List<String> ids = four.stream().map(UUID::toString).sorted().toList();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                expected.add(ids.get(i) + " " + ids.get(j));
            }
        }
        assertThat(pairs, containsInAnyOrder(expected.toArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minScore=2", "minScore=-1", "minScore=x", "limit=0", "cursor=abc", "participantId=1"})
    void whatIsNoValueOfAParameterIs400(String query) {
        Api.asOrganiser()
                .when()
                .get("/v1/participants/duplicates?" + query)
                .then()
                .statusCode(400);
    }

    @Test
    void theyAreForStaffOnly() {
        for (String token : List.of(Tokens.of("analyst"), Tokens.participant(UUID.randomUUID()))) {
            Api.as(token)
                    .when()
                    .get("/v1/participants/duplicates")
                    .then()
                    .statusCode(403)
                    .body("status", equalTo(403));
        }
    }
}
