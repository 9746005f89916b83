package org.rapport.participants;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.rapport.kit.testing.Api;

/** People and what they need, made for a test. */
public final class People {

    private People() {}

    public static UUID organisation() {
        return Api.create("/v1/organisations", "{\"name\": \"An organisation\"}");
    }

    public static UUID participant() {
        return Api.create("/v1/participants", "{\"givenName\": \"Rosa\", \"familyName\": \"Quispe\"}");
    }

    public static UUID memberOf(UUID organisation) {
        return Api.create("/v1/participants", """
                {"givenName": "Rosa", "familyName": "Quispe", "affiliations": [{"organisationId": "%s"}]}""".formatted(organisation));
    }

    /** The code of a new topic. */
    public static String topic() {
        String code = "T-" + UUID.randomUUID();
        Api.create("/v1/topics", "{\"code\": \"" + code + "\", \"label\": \"A topic\"}");
        return code;
    }

    public static UUID needOf(UUID participant) {
        return Api.create("/v1/needs", need(participant, topic()));
    }

    public static String need(UUID participant, String topic) {
        return """
                {"participantId": "%s", "topic": "%s", "kind": "SKILL", "description": "Somebody called Rosa",
                "declaredAt": "2026-01-15T10:00:00Z",
                "assessment": {"specificity": 3, "urgency": 4, "authority": 2, "benefit": 3}}""".formatted(participant, topic);
    }

    /** An ORCID iD, with its check digit, that nobody has. */
    public static String orcid() {
        StringBuilder digits = new StringBuilder("0000");
        int total = 0;
        for (int i = 0; i < 11; i++) {
            int digit = ThreadLocalRandom.current().nextInt(10);
            digits.append(digit);
            total = (total + digit) * 2;
        }
        int check = (12 - total % 11) % 11;
        return digits.append(check == 10 ? "X" : check).toString().replaceAll("(.{4})(?!$)", "$1-");
    }
}
