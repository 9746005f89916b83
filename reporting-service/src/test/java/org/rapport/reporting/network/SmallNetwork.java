package org.rapport.reporting.network;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.Happenings;

/**
 * A network that can be counted by hand. Ann and Bob are of one organisation, Cem of another, Dot of none; Ann, Bob and
 * Dot are of Peru, Cem of Chile. Ann and Bob knew each other before the event, and confirmed it; Ann and Cem since, and Cem
 * and Dot since a later event. Eve has no ties; Flo does not consent; Gus was not at the event. Ann knows somebody else of
 * whom nothing has come yet.
 */
final class SmallNetwork {

    private static final String AS_OF = "asOf=2025-12-31";

    final UUID one = UUID.randomUUID();
    final UUID other = UUID.randomUUID();
    final UUID ann;
    final UUID bob;
    final UUID cem;
    final UUID dot;
    final UUID event;
    final UUID later;

    /** From here on the service knows of nothing else. */
    SmallNetwork() {
        Happenings happened = new Happenings();
        ann = happened.person("country", "PE", "organisations", Happenings.memberOf(one));
        bob = happened.person("country", "PE", "organisations", Happenings.memberOf(one));
        cem = happened.person(
                "country",
                "CL",
                "organisations",
                List.of(
                        Map.of("organisationId", one.toString(), "to", "2024-12-31"),
                        Map.of("organisationId", other.toString(), "from", "2025-01-01")));
        dot = happened.person("country", "PE");
        UUID eve = happened.person();
        UUID flo = happened.person("consents", List.of(Happenings.consent("PROFILE_SHARING")));
        UUID gus = happened.person();
        event = happened.event("2025-06-01");
        happened.attend(event, ann, bob, cem, dot, eve, flo);
        happened.exchange(ann, bob, "2025-05-01", "confirmations", Happenings.bothConfirm(ann, bob));
        happened.exchange(ann, bob, "2025-07-01", "type", "FUNDING");
        happened.exchange(ann, cem, "2025-06-10");
        happened.exchange(cem, dot, "2025-08-01", "status", "COMPLETED", "startedAt", "2025-08-01T10:00:00Z");
        happened.exchange(cem, eve, "2025-08-01", "status", "PROPOSED");
        happened.exchange(ann, flo, "2025-06-20");
        happened.exchange(ann, UUID.randomUUID(), "2025-06-20");
        happened.exchange(ann, gus, "2025-06-20");
        later = happened.event("2025-08-01");
        happened.attend(later, cem, dot);
        happened.alone();
    }

    static JsonPath report(String role, String query) {
        return Api.as(Tokens.of(role))
                .get("/v1/reports/network?" + AS_OF + "&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static ValidatableResponse network(String role, String query, String accept) {
        return Api.as(Tokens.of(role))
                .accept(accept.isEmpty() ? "application/json" : accept)
                .get("/v1/network?" + AS_OF + "&" + query)
                .then()
                .statusCode(200);
    }
}
