package org.rapport.events;

import java.util.UUID;
import org.rapport.kit.testing.Api;

/** Events, made for a test. */
final class Meetings {

    static final String TIMES = "\"startsAt\": \"2026-03-01T14:00:00Z\", \"endsAt\": \"2026-03-01T22:00:00Z\"";

    private Meetings() {}

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
