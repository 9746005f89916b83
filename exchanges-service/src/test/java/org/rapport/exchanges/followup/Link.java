package org.rapport.exchanges.followup;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** A link that somebody got by mail. */
record Link(JsonNode invitation, String token) {

    static Link of(UUID person) {
        JsonNode invitation =
                ParticipantsStandIn.get().awaitInvitations(person, 1).get(0);
        String path = URI.create(invitation.path("link").asText()).getPath();
        return new Link(invitation, path.substring("/follow-up/".length()));
    }

    String page() {
        return "/follow-up/" + token;
    }

    String api() {
        return "/v1/follow-up-answers/" + token;
    }

    void sentAt(Instant time) {
        ParticipantsStandIn.get().settle(invitation, "SENT", time);
    }
}
