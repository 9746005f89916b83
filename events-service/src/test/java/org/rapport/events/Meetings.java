package org.rapport.events;

import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.TestStack;

/** Events, made for a test. */
final class Meetings {

    static final String TIMES = "\"startsAt\": \"2026-03-01T14:00:00Z\", \"endsAt\": \"2026-03-01T22:00:00Z\"";

    /** Times that have not come yet, whenever this is run. */
    static final String AHEAD = "\"startsAt\": \"2090-03-01T14:00:00Z\", \"endsAt\": \"2090-03-01T22:00:00Z\"";

    private Meetings() {}

    /** An event that has not begun, with further fields. */
    static UUID ahead(String fields) {
        return Api.create("/v1/events", "{\"title\": \"Lima 2090\", " + fields + ", " + AHEAD + "}");
    }

    /** Participants who are known here already, many at once. */
    static List<UUID> participants(int count) {
        List<UUID> participants = Stream.generate(UUID::randomUUID).limit(count).toList();
        try (Connection connection = TestStack.get().database();
                PreparedStatement insert =
                        connection.prepareStatement("insert into reference_replica (kind, id, version, gone)"
                                + " select 'participant', id, 0, false from unnest(?) id")) {
            insert.setArray(1, connection.createArrayOf("uuid", participants.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return participants;
    }

    /** Registers somebody, or has them apply. */
    static UUID registration(UUID event, UUID participant, String status) {
        return Api.create("/v1/registrations", """
                {"eventId": "%s", "participantId": "%s", "status": "%s"}""".formatted(event, participant, status));
    }

    static ValidatableResponse get(String path) {
        return Api.asOrganiser().when().get(path).then().statusCode(200);
    }

    /** Patches the present version. */
    static ValidatableResponse patch(String path, String json) {
        return Api.patch(path, get(path).extract().header("ETag"), json);
    }

    static UUID programme() {
        return Api.create("/v1/programmes", "{\"title\": \"Evidence Lab\"}");
    }

    static UUID projectOf(UUID programme) {
        return Api.create("/v1/projects", """
                {"programmeId": "%s", "title": "Capacity building", "startsAt": "2025-01-01T00:00:00Z",
                "endsAt": "2027-01-01T00:00:00Z"}""".formatted(programme));
    }

    static UUID event() {
        return Api.create("/v1/events", "{\"title\": \"Lima 2026\", " + TIMES + "}");
    }

    static UUID sessionOf(UUID event) {
        return Api.create("/v1/sessions", """
                {"eventId": "%s", "title": "Opening", "startsAt": "2026-03-01T14:00:00Z",
                "endsAt": "2026-03-01T15:00:00Z"}""".formatted(event));
    }
}
