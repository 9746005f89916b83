package org.rapport.events;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.TestStack;
import org.rapport.kit.testing.Tokens;

/** Who is to be in which session. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AllocationTest {

    private static final String TOPIC = "rapport.events.v1";

    private static UUID session(UUID event, int hour, Integer capacity) {
        return Api.create("/v1/sessions", """
                {"eventId": "%s", "title": "Working group", "capacity": %s, "startsAt": "2090-03-01T%d:00:00Z",
                "endsAt": "2090-03-01T%d:00:00Z"}""".formatted(event, capacity, hour, hour + 1));
    }

    private static List<UUID> registered(UUID event, int count) {
        List<UUID> participants = Meetings.participants(count);
        StringBuilder rows = new StringBuilder("event,participant,status\n");
        participants.forEach(participant ->
                rows.append(event).append(',').append(participant).append(",CONFIRMED\n"));
        Api.importCsv("registrations", "x", rows.toString()).body("created", equalTo(count));
        return participants;
    }

    private static void join(UUID organisation, List<UUID> members) throws Exception {
        try (Connection connection = TestStack.get().database();
                PreparedStatement insert = connection.prepareStatement("insert into reference_membership"
                        + " (member_id, position, organisation_id) select id, 0, ? from unnest(?) id")) {
            insert.setObject(1, organisation);
            insert.setArray(2, connection.createArrayOf("uuid", members.toArray()));
            insert.executeUpdate();
        }
    }

    private static ValidatableResponse randomise(long seed, UUID... sessions) {
        List<String> ids = new ArrayList<>();
        for (UUID session : sessions) {
            ids.add("\"" + session + "\"");
        }
        return Api.post("/v1/allocations/randomisations", "{\"sessionIds\": " + ids + ", \"seed\": " + seed + "}");
    }

    private static ValidatableResponse assign(UUID session, UUID participant) {
        return Api.post(
                "/v1/allocations", "{\"sessionId\": \"" + session + "\", \"participantId\": \"" + participant + "\"}");
    }

    /** The session of each participant. */
    private static Map<String, String> allocated(UUID event) {
        List<Map<String, String>> items = Meetings.get("/v1/allocations?limit=200&eventId=" + event)
                .extract()
                .path("items");
        Map<String, String> sessions = new HashMap<>();
        items.forEach(item -> sessions.put(item.get("participantId"), item.get("sessionId")));
        return sessions;
    }

    @Test
    void everybodyWithAPlaceIsSentToASessionInProportionToItsPlacesAndEachOrganisationIsSpread() throws Exception {
        UUID event = Meetings.ahead("\"capacity\": 60");
        UUID large = session(event, 15, 20);
        UUID small = session(event, 15, 10);
        List<UUID> people = registered(event, 30);
        List<List<UUID>> organisations = IntStream.range(0, 10)
                .mapToObj(i -> people.subList(3 * i, 3 * i + 3))
                .toList();
        for (List<UUID> members : organisations) {
            join(UUID.randomUUID(), members);
        }
        Meetings.registration(event, Meetings.participants(1).get(0), "APPLIED");

        randomise(17, large, small)
                .statusCode(200)
                .body("algorithm", equalTo("STRATIFIED_PERMUTED_BLOCKS"))
                .body("sessions.randomised", contains(20, 10))
                .body("changed", equalTo(30));

        Map<String, String> allocated = allocated(event);
        assertThat(allocated.size(), is(30));
        for (List<UUID> members : organisations) {
            long inLarge = members.stream()
                    .filter(person -> allocated.get(person.toString()).equals(large.toString()))
                    .count();
            assertThat(inLarge, is(2L));
        }
        Meetings.get("/v1/sessions?eventId=" + event).body("items.allocation", everyItem(equalTo("RANDOMISED")));
        UUID one = UUID.fromString(Meetings.get("/v1/allocations?method=RANDOMISED&participantId=" + people.get(0))
                .extract()
                .path("items[0].id"));
        assertThat(
                PublishedEvents.data(PublishedEvents.await(TOPIC, one, 1).get(0))
                        .path("seed")
                        .asInt(),
                is(17));
        PublishedEvents.await(TOPIC, large, 2);
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void theSameSeedChangesNothingAndAnotherOneDoes() {
        UUID event = Meetings.ahead("\"capacity\": 60");
        UUID a = session(event, 15, null);
        UUID b = session(event, 15, null);
        List<UUID> people = registered(event, 20);
        randomise(1, a, b).statusCode(200).body("changed", equalTo(20));
        Map<String, String> first = allocated(event);
        randomise(1, b, a).statusCode(200).body("changed", equalTo(0));
        assertThat(allocated(event), is(first));
        randomise(2, a, b).statusCode(200).body("changed", equalTo(20)).body("sessions.randomised", contains(10, 10));
        assertThat(allocated(event), is(not(first)));

        String registration = Meetings.get("/v1/registrations?participantId=" + people.get(0))
                .extract()
                .path("items[0].id");
        Meetings.patch("/v1/registrations/" + registration, "{\"status\": \"WITHDRAWN\"}")
                .statusCode(200);
        assertThat("stays until the next time", allocated(event).size(), is(20));
        randomise(3, a, b).statusCode(200);
        assertThat(allocated(event).size(), is(19));
    }

    @Test
    void whatIsNoSlotOrHasTooFewPlacesIsRefused() {
        UUID event = Meetings.ahead("\"capacity\": 60");
        registered(event, 3);
        UUID a = session(event, 15, 1);
        UUID later = session(event, 17, 1);
        UUID endless = session(event, 15, null);
        UUID elsewhere = session(Meetings.ahead("\"capacity\": 60"), 15, 1);
        randomise(1, a, later).statusCode(422).body("errors.code", contains("NOT_ONE_SLOT"));
        randomise(1, a, endless).statusCode(422).body("errors.code", contains("CAPACITY_MISSING"));
        randomise(1, a, elsewhere).statusCode(422).body("errors.code", contains("NOT_ONE_EVENT"));
        randomise(1, a, a).statusCode(422).body("errors.code", contains("SESSION_UNKNOWN"));
        randomise(1, a, session(event, 15, 1)).statusCode(409).body("code", equalTo("TOO_FEW_PLACES"));
        randomise(-1, a).statusCode(422).body("errors.code", containsInAnyOrder("SEED_RANGE", "SESSION_IDS_LENGTH"));
        assertThat(allocated(event).keySet(), is(empty()));
    }

    @Test
    void whoIsAssignedStaysWhereTheyAreAndTakesAPlace() {
        UUID event = Meetings.ahead("\"capacity\": 60");
        UUID a = session(event, 15, 3);
        UUID b = session(event, 15, 4);
        List<UUID> people = registered(event, 7);
        UUID stranger = Meetings.participants(1).get(0);
        assign(a, people.get(0)).statusCode(201).body("method", equalTo("ASSIGNED"));
        Meetings.get("/v1/sessions/" + a).body("allocation", equalTo("ASSIGNED"));
        assign(a, people.get(0)).statusCode(409).body("code", equalTo("ALREADY_ALLOCATED"));
        assign(b, people.get(0)).statusCode(422).body("errors.code", contains("ALLOCATED_ELSEWHERE"));
        assign(a, stranger).statusCode(422).body("errors.code", contains("NOT_CONFIRMED"));
        randomise(5, a, b).body("sessions.assigned", contains(1, 0)).body("sessions.randomised", contains(2, 4));
        assertThat(allocated(event).get(people.get(0).toString()), is(a.toString()));

        Meetings.patch("/v1/sessions/" + a, "{\"capacity\": 2}")
                .statusCode(422)
                .body("errors.code", contains("CAPACITY_BELOW_ALLOCATED"));

        String rows = "session,participant\n" + a + "," + people.get(0) + "\n" + a + "," + stranger + "\n" + b + ","
                + people.get(0) + "\n";
        Api.importCsv("allocations", "x", rows)
                .body("unchanged", equalTo(1))
                .body("errors.code", contains("NOT_CONFIRMED", "ALLOCATED_ELSEWHERE"));
        UUID full = session(event, 18, 1);
        Api.importCsv(
                        "allocations",
                        "x",
                        "session,participant\n" + full + "," + people.get(1) + "\n" + full + "," + people.get(2) + "\n")
                .body("created", equalTo(1))
                .body("errors.code", contains("SESSION_FULL"))
                .body("errors.column", contains("session"));
    }

    @Test
    void anAssignmentCanBeTakenBack() {
        UUID event = Meetings.ahead("\"capacity\": 60");
        UUID session = session(event, 15, 3);
        UUID allocation = UUID.fromString(assign(session, registered(event, 1).get(0))
                .statusCode(201)
                .extract()
                .path("id"));
        Api.asOrganiser().when().delete("/v1/allocations/" + allocation).then().statusCode(204);
        Api.asOrganiser().when().get("/v1/allocations/" + allocation).then().statusCode(404);
        String last =
                new String(PublishedEvents.await(TOPIC, allocation, 2).get(1).value(), StandardCharsets.UTF_8);
        assertThat(last, is("{\"id\":\"" + allocation + "\",\"status\":\"ERASED\"}"));
    }

    @Test
    void onceASessionHasBegunWhoWasToBeInItIsAFactThatFilesOnlyAdd() {
        UUID event = Meetings.event();
        UUID a = Meetings.sessionOf(event);
        UUID b = Meetings.sessionOf(event);
        List<UUID> people = registered(event, 2);
        randomise(1, a, b).statusCode(409).body("code", equalTo("SLOT_BEGUN"));
        assign(a, people.get(0)).statusCode(409).body("code", equalTo("SLOT_BEGUN"));
        String rows = "session,participant,method,seed\n" + a + "," + people.get(0) + ",RANDOMISED,9\n";
        Api.importCsv("allocations", "x", rows).body("created", equalTo(1));
        Api.importCsv("allocations", "x", rows.replace(",9", ",8")).body("errors.code", contains("SLOT_BEGUN"));
        Api.importCsv("allocations", "x", rows.replace(",9", ",")).body("errors.code", contains("SEED_INVALID"));
        String id = Meetings.get("/v1/allocations?participantId=" + people.get(0))
                .extract()
                .path("items[0].id");
        Api.asOrganiser().when().delete("/v1/allocations/" + id).then().statusCode(409);
    }

    @Test
    void eachSeesTheirOwnAndItFollowsThemWhenTheyAreMerged() {
        UUID event = Meetings.ahead("\"capacity\": 60");
        UUID session = session(event, 15, 9);
        UUID organisation = UUID.randomUUID();
        UUID member = Elsewhere.memberOf(organisation);
        UUID duplicate = Elsewhere.participant();
        Meetings.registration(event, member, "CONFIRMED");
        Meetings.registration(event, duplicate, "CONFIRMED");
        String theirs = assign(session, member).statusCode(201).extract().path("id");
        String others = assign(session, duplicate).statusCode(201).extract().path("id");
        for (String token : List.of(Tokens.partner(organisation), Tokens.participant(member))) {
            Api.as(token).when().get("/v1/allocations").then().body("items.id", contains(theirs));
            Api.as(token).when().get("/v1/allocations/" + others).then().statusCode(404);
            Api.as(token).when().delete("/v1/allocations/" + theirs).then().statusCode(403);
        }

        Elsewhere.merge(duplicate, member);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Meetings.get(
                        "/v1/allocations?eventId=" + event)
                .body("items.id", contains(theirs)));
    }
}
