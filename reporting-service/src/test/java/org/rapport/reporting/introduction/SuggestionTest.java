package org.rapport.reporting.introduction;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.DomainEvent;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.Happenings;

/**
 * Ann needs what Bob offers and the other way round; Cem needs what Ann offers. Others would do as well, were it not for
 * something.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SuggestionTest {

    private final UUID own = UUID.randomUUID();
    private final Happenings happened = new Happenings();
    private final UUID ann = happened.person("organisations", Happenings.memberOf(own));
    private final UUID bob = happened.person("organisations", Happenings.memberOf(UUID.randomUUID()));
    private final UUID cem = happened.person();
    private final UUID acquainted = happened.person();
    private final UUID declined = happened.person();
    private final UUID waiting = happened.person();
    private final UUID researchOnly = happened.person("consents", List.of(Happenings.consent("RESEARCH")));
    private final UUID withdrew = happened.person(
            "consents",
            List.of(Map.of(
                    "purpose", "PROFILE_SHARING",
                    "givenAt", "2020-01-01T00:00:00Z",
                    "withdrawnAt", "2021-01-01T00:00:00Z")));
    private final UUID left = happened.person("leftAt", "2024-01-01T00:00:00Z");
    private final UUID event = happened.event("2099-06-01", "status", "SCHEDULED");
    private final UUID annsNeed = happened.need(ann, "T1", "SKILL", 4, 4, 4, 4);
    private final UUID bobsOffer = happened.offer(bob, "T1", "SKILL");

    @BeforeEach
    void givenRegistrations() {
        happened.need(bob, "T2", "DATA", 1, 1, 1, 1);
        happened.offer(ann, "T2", "TOOL");
        for (UUID person : List.of(cem, acquainted, declined, waiting, researchOnly, withdrew, left)) {
            happened.need(person, "T2", "TOOL", 2, 2, 2, 2);
        }
        happened.register(event, "CONFIRMED", ann, bob, cem, acquainted, declined, researchOnly, withdrew, left);
        happened.register(event, "WAITLISTED", waiting);
        happened.exchange(ann, acquainted, "2024-01-01");
        happened.introduction(event, ann, declined, "DECLINED");
        happened.introduction(event, ann, cem, "EXPIRED");
        happened.alone();
    }

    @Test
    void whoMatchesIsSuggestedWithTheReasons() {
        JsonPath page = suggestions(Tokens.of("organiser"), "").extract().jsonPath();

        assertThat(pairs(page), is(Set.of(Set.of(ann, bob), Set.of(ann, cem))));
        String first = "items[0].";
        assertThat(page.getInt(first + "round"), is(1));
        assertThat(page.getInt(first + "score"), is(66 + 10 + 8 + 3 + 8 + 24));
        assertThat(page.getString(first + "introduction.eventId"), is(event.toString()));
        assertThat(page.getString(first + "introduction.needId"), is(annsNeed.toString()));
        assertThat(page.getString(first + "introduction.offerId"), is(bobsOffer.toString()));
        assertThat(page.getString(first + "introduction.topic"), is("T1"));
        assertThat(page.getString(first + "introduction.reason"), is("SAME_TOPIC_AND_KIND"));
        assertThat(page.getString(first + "matches[0].neededBy"), is(ann.toString()));
        assertThat(page.getString(first + "matches[0].offeredBy"), is(bob.toString()));
        assertThat(
                page.getList(first + "reasons"),
                is(List.of("SAME_TOPIC", "SAME_KIND", "BOTH_WAYS", "DIFFERENT_ORGANISATIONS")));
        assertThat(page.getInt("items[1].round"), is(2));
        assertThat(page.getList("items[1].reasons"), is(List.of("SAME_TOPIC", "SAME_KIND")));
        assertThat(page.get("next"), nullValue());
    }

    @Test
    void nobodyGetsMoreThanAskedFor() {
        JsonPath page =
                suggestions(Tokens.of("admin"), "?perPerson=1").extract().jsonPath();
        assertThat(pairs(page), is(Set.of(Set.of(ann, bob))));
    }

    @Test
    void whatRegistrationsAndNeedsBecomeIsHeededAtOnceAndTellsByTheTag() {
        ValidatableResponse before = suggestions(Tokens.of("organiser"), "");
        String tag = before.extract().header("ETag");
        Api.as(Tokens.of("organiser"))
                .header("If-None-Match", tag)
                .get(path())
                .then()
                .statusCode(304);

        List<DomainEvent> news = new ArrayList<>();
        for (DomainEvent fact : happened.facts()) {
            if (waiting.toString().equals(fact.data().get("participantId"))
                    && fact.aggregate().equals("registration")) {
                news.add(fact.changed("confirmed", Map.of("status", "CONFIRMED")));
            }
            if (fact.id().equals(annsNeed)) {
                news.add(fact.changed(
                        "met",
                        Map.of(
                                "status",
                                "MET",
                                "statusHistory",
                                List.of(
                                        Map.of("status", "OPEN", "at", "2024-01-01T00:00:00Z"),
                                        Map.of("status", "MET", "at", "2024-06-01T00:00:00Z")))));
            }
        }
        Facts.publish(news);
        Facts.awaitApplied();

        JsonPath page = Api.as(Tokens.of("organiser"))
                .header("If-None-Match", tag)
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(pairs(page), is(Set.of(Set.of(ann, bob), Set.of(ann, cem), Set.of(ann, waiting))));
        assertThat(page.getList("items.introduction.needId"), not(hasItems(annsNeed.toString())));
    }

    @Test
    void partnersSeeThePairsOfTheirMembers() {
        assertThat(
                pairs(suggestions(Tokens.partner(own), "").extract().jsonPath()),
                is(Set.of(Set.of(ann, bob), Set.of(ann, cem))));
        assertThat(
                suggestions(Tokens.partner(UUID.randomUUID()), "")
                        .extract()
                        .jsonPath()
                        .getList("items"),
                empty());
        for (String token : List.of(Tokens.of("analyst"), Tokens.participant(ann), Tokens.of("service"))) {
            Api.as(token).get(path()).then().statusCode(403);
        }
    }

    @Test
    void comesInPages() {
        ValidatableResponse first = suggestions(Tokens.of("organiser"), "?limit=1")
                .body("items", hasSize(1))
                .header("Link", containsString("rel=\"next\""));
        String next = first.extract().path("next");
        JsonPath second = suggestions(Tokens.of("organiser"), "?limit=1&cursor=" + next)
                .extract()
                .jsonPath();
        assertThat(second.getList("items"), hasSize(1));
        assertThat(second.get("next"), nullValue());
        assertThat(
                Stream.concat(pairs(first.extract().jsonPath()).stream(), pairs(second).stream())
                        .toList(),
                containsInAnyOrder(Set.of(ann, bob), Set.of(ann, cem)));
        Api.as(Tokens.of("organiser"))
                .get(path() + "?perPerson=2&cursor=" + next)
                .then()
                .statusCode(400);
        Api.as(Tokens.partner(own)).get(path() + "?cursor=" + next).then().statusCode(400);
    }

    @Test
    void whatMakesNoSenseIs400() {
        for (String query :
                List.of("perPerson=0", "perPerson=21", "perPerson=x", "perPerson=-1", "limit=0", "cursor=abc", "b=3")) {
            Api.as(Tokens.of("organiser")).get(path() + "?" + query).then().statusCode(400);
        }
    }

    @Test
    void anUnknownEventIs404() {
        Api.as(Tokens.of("organiser"))
                .get("/v1/events/" + UUID.randomUUID() + "/suggested-introductions")
                .then()
                .statusCode(404);
        Api.as(Tokens.of("organiser"))
                .get("/v1/events/EV01/suggested-introductions")
                .then()
                .statusCode(equalTo(400));
    }

    private ValidatableResponse suggestions(String token, String query) {
        return Api.as(token).get(path() + query).then().statusCode(200);
    }

    private String path() {
        return "/v1/events/" + event + "/suggested-introductions";
    }

    private static Set<Set<UUID>> pairs(JsonPath page) {
        return page.<Map<String, String>>getList("items.introduction").stream()
                .map(introduction -> Set.of(
                        UUID.fromString(introduction.get("participantAId")),
                        UUID.fromString(introduction.get("participantBId"))))
                .collect(Collectors.toSet());
    }
}
