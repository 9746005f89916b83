package org.rapport.events;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.TestStack;
import org.rapport.kit.testing.Tokens;

/** What is held here of people follows when they are erased or merged where they are at home. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FollowingTest {

    private static final String TOPIC = "rapport.events.v1";
    private static final List<String> COLLECTIONS =
            List.of("registrations", "allocations", "attendances", "encounters", "commitments");

    private static String registration(UUID event, UUID participant, String status) {
        return "{\"eventId\": \"" + event + "\", \"participantId\": \"" + participant + "\", \"status\": \"" + status
                + "\"}";
    }

    private static String encounter(UUID event, UUID a, UUID b, int minute) {
        return "{\"eventId\": \"" + event + "\", \"participantAId\": \"" + a + "\", \"participantBId\": \"" + b
                + "\", \"metAt\": \"2026-03-01T10:" + minute + ":00Z\", \"durationSeconds\": " + minute + "}";
    }

    private static String commitment(UUID event, UUID participant, UUID counterpart) {
        return "{\"eventId\": \"" + event + "\", \"participantId\": \"" + participant + "\", \"counterpartId\": \""
                + counterpart + "\", \"statedAt\": \"2026-03-01T21:00:00Z\"}";
    }

    private static List<String> idsOf(String collection, UUID participant) {
        return Api.asOrganiser()
                .queryParam("participantId", participant)
                .when()
                .get("/v1/" + collection)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static void awaitNothingOf(UUID participant) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            for (String collection : COLLECTIONS) {
                assertThat(collection, idsOf(collection, participant), empty());
            }
            assertThat(idsOf("check-ins", participant), empty());
        });
    }

    @Test
    void nothingIsLeftOfAParticipantWhoIsErased() throws Exception {
        UUID event = Meetings.event();
        UUID erased = Elsewhere.participant();
        UUID other = Elsewhere.participant();
        UUID registration = Api.create("/v1/registrations", registration(event, erased, "CONFIRMED"));
        UUID others = Api.create("/v1/registrations", registration(event, other, "CONFIRMED"));
        Api.create("/v1/attendances", registration(event, erased, "PRESENT"));
        Api.create("/v1/encounters", encounter(event, erased, other, 20));
        Api.create("/v1/commitments", commitment(event, erased, other));
        UUID naming = Api.create("/v1/commitments", commitment(event, other, erased));
        String token = Doors.token(registration);
        Doors.in(token, event, "2026-03-01T14:05:00Z").body("result", equalTo("ACCEPTED"));

        Elsewhere.erase(erased);

        awaitNothingOf(erased);
        Api.asOrganiser().when().get("/v1/registrations/" + registration).then().statusCode(404);
        Api.asOrganiser().when().get("/v1/commitments/" + naming).then().statusCode(404);
        assertThat(idsOf("registrations", other), contains(others.toString()));
        assertThat(idsOf("encounters", other), empty());
        String last =
                new String(PublishedEvents.await(TOPIC, registration, 2).get(1).value(), StandardCharsets.UTF_8);
        assertThat(last, equalTo("{\"id\":\"" + registration + "\",\"status\":\"ERASED\"}"));
        PublishedEvents.requireConformity(TOPIC);
        Api.post("/v1/registrations", registration(Meetings.event(), erased, "APPLIED"))
                .statusCode(422)
                .body("errors.code", hasItem("PARTICIPANT_UNKNOWN"));
        Doors.in(token, event, "2026-03-01T14:06:00Z").body("reason", equalTo("CANCELLED"));
    }

    @Test
    void scansOfADuplicateAreTheSurvivorsAndItsCodeStaysGood() {
        UUID event = Meetings.event();
        UUID survivor = Elsewhere.participant();
        UUID duplicate = Elsewhere.participant();
        String token = Doors.token(Doors.registration(event, duplicate));
        Doors.registration(event, survivor);
        String scan = Doors.scan(token, event, null, "IN", "2026-03-01T14:05:00Z");
        String id = Doors.post(scan).extract().path("id");

        Elsewhere.merge(duplicate, survivor);
        awaitNothingOf(duplicate);

        assertThat(idsOf("check-ins", survivor), contains(id));
        Doors.post(scan).body("id", equalTo(id)).body("participantId", equalTo(survivor.toString()));
        Doors.in(token, event, "2026-03-01T14:06:00Z").body("reason", equalTo("ALREADY_CHECKED_IN"));
        Doors.out(token, event, "2026-03-01T15:00:00Z").body("result", equalTo("ACCEPTED"));
        Api.as(Tokens.of("service"))
                .when()
                .get("/v1/personal-data/" + survivor)
                .then()
                .body("check-ins.id", hasItem(id))
                .body("attendances.checkedOutAt", contains("2026-03-01T15:00:00Z"));
    }

    @Test
    void whatTwoWereThatAreOnePersonIsOnePersonsWhateverBothHad() {
        UUID both = Meetings.event();
        UUID one = Meetings.event();
        UUID survivor = Elsewhere.participant();
        UUID duplicate = Elsewhere.participant();
        UUID other = Elsewhere.participant();
        UUID kept = Api.create("/v1/registrations", registration(both, survivor, "APPLIED"));
        Api.create("/v1/registrations", registration(both, duplicate, "CONFIRMED"));
        UUID moved = Api.create("/v1/registrations", registration(one, duplicate, "CONFIRMED"));
        UUID present = Api.create("/v1/attendances", registration(both, survivor, "PRESENT"));
        Api.create("/v1/attendances", registration(both, duplicate, "NO_SHOW"));
        UUID met = Api.create("/v1/encounters", encounter(both, survivor, other, 20));
        Api.create("/v1/encounters", encounter(both, duplicate, other, 20));
        UUID metAgain = Api.create("/v1/encounters", encounter(both, duplicate, other, 30));
        Api.create("/v1/encounters", encounter(both, survivor, duplicate, 40));
        UUID promised = Api.create("/v1/commitments", commitment(both, other, duplicate));
        Api.create("/v1/commitments", commitment(both, duplicate, survivor));

        Elsewhere.merge(duplicate, survivor);

        awaitNothingOf(duplicate);
        assertThat(idsOf("registrations", survivor), containsInAnyOrder(kept.toString(), moved.toString()));
        Api.asOrganiser()
                .when()
                .get("/v1/registrations/" + kept)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("participantId", equalTo(survivor.toString()));
        assertThat(idsOf("attendances", survivor), contains(present.toString()));
        Api.asOrganiser().when().get("/v1/attendances/" + present).then().body("status", equalTo("PRESENT"));
        assertThat(idsOf("encounters", survivor), containsInAnyOrder(met.toString(), metAgain.toString()));
        Api.asOrganiser()
                .when()
                .get("/v1/commitments/" + promised)
                .then()
                .body("counterpartId", equalTo(survivor.toString()));
        assertThat(idsOf("commitments", survivor), empty());
    }

    @Test
    void filesThatStillNameADuplicateAreAboutWhoTookItsPlace() {
        UUID event = Meetings.event();
        UUID survivor = Elsewhere.participant();
        UUID duplicate = Elsewhere.participant();
        UUID other = Elsewhere.participant();
        String source = "s" + UUID.randomUUID();
        String registrations = "event,participant,status\n" + event + "," + duplicate + ",CONFIRMED\n";
        String attendances = "event,participant,status\n" + event + "," + duplicate + ",PRESENT\n" + event + ","
                + survivor + ",NO_SHOW\n";
        String encounters = "event,participant_a,participant_b,met_at\n" + event + "," + duplicate + "," + other
                + ",2026-03-01T10:20:00Z\n" + event + "," + duplicate + "," + survivor + ",2026-03-01T10:20:00Z\n";
        Api.importCsv("registrations", source, registrations).body("created", equalTo(1));
        Api.importCsv("attendances", source, attendances).body("created", equalTo(2));
        Api.importCsv("encounters", source, encounters).body("created", equalTo(2));

        Elsewhere.merge(duplicate, survivor);
        awaitNothingOf(duplicate);

        Api.importCsv("registrations", source, registrations).body("unchanged", equalTo(1));
        Api.importCsv("attendances", source, attendances).body("unchanged", equalTo(2));
        Api.importCsv("encounters", source, encounters)
                .body("unchanged", equalTo(1))
                .body("errors.code", equalTo(List.of("SAME_PARTICIPANT")));
        Api.importCsv("registrations", source, registrations.replace("CONFIRMED", "CANCELLED"))
                .body("updated", equalTo(1));
        Api.asOrganiser()
                .queryParam("participantId", survivor)
                .when()
                .get("/v1/attendances")
                .then()
                .body("items.status", contains("PRESENT"));
        Api.importCsv("attendances", source, attendances.replace("NO_SHOW", "EXCUSED"))
                .body("updated", equalTo(1));
    }

    @Test
    void aChainOfMergesLeadsToItsEndInWhateverOrderItIsHeardOf() {
        UUID event = Meetings.event();
        UUID first = Elsewhere.participant();
        UUID second = Elsewhere.participant();
        UUID last = Elsewhere.participant();
        UUID registration = Api.create("/v1/registrations", registration(event, first, "CONFIRMED"));

        Elsewhere.merge(second, last);
        Elsewhere.merge(first, second);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(idsOf("registrations", last), contains(registration.toString())));
        Api.post("/v1/registrations", registration(Meetings.event(), first, "APPLIED"))
                .statusCode(201)
                .body("participantId", equalTo(last.toString()));

        Elsewhere.erase(last);
        awaitNothingOf(last);
    }

    @Test
    void whatIsBeingWrittenWhileAParticipantIsErasedGoesToo() throws Exception {
        UUID event = Meetings.event();
        UUID erased = Elsewhere.participant();
        UUID late = UUID.randomUUID();
        try (Connection connection = TestStack.get().database()) {
            connection.setAutoCommit(false);
            execute(connection, "select from reference_replica where id = ? for key share", erased);

            Elsewhere.erase(erased);

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> isGone(erased));
            execute(
                    connection,
                    "insert into registration (id, version, created_at, updated_at, status, event_id, participant_id)"
                            + " values (?, 0, now(), now(), 'APPLIED', ?, ?)",
                    late,
                    event,
                    erased);
            connection.commit();
        }
        awaitNothingOf(erased);
        PublishedEvents.await(TOPIC, late, 1);
    }

    private static void execute(Connection connection, String statement, UUID... parameters) throws Exception {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.execute();
        }
    }

    private static boolean isGone(UUID participant) throws Exception {
        try (Connection connection = TestStack.get().database();
                PreparedStatement statement =
                        connection.prepareStatement("select gone from reference_replica where id = ?")) {
            statement.setObject(1, participant);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
