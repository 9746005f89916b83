package org.rapport.participants;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.kit.testing.WrittenLog;

/** Whatever is sent, the log tells nothing of people, and cannot be made to tell what did not happen. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class LogTest {

    private static final Logger LOG = Logger.getLogger(LogTest.class);

    @Inject
    Instance<ProblemPostProcessor> processors;

    @Test
    void tellsNeitherWhoPeopleAreNorTheirTokens() {
        String email = "rosa." + UUID.randomUUID() + "@example.org";
        String rosa = "{\"givenName\": \"Rosa\", \"familyName\": \"Quispe\", \"email\": \"" + email + "\"}";
        String token = Tokens.expired();
        try (WrittenLog log = new WrittenLog()) {
            Api.post("/v1/participants", rosa).statusCode(201);
            Api.post("/v1/participants", rosa).statusCode(422);
            Api.post("/v1/participants", rosa.replace("\"email\"", "\"" + email + "\""))
                    .statusCode(400);
            Api.importCsv("participants", "log", "P1,Rosa,Quispe," + email + "\n")
                    .statusCode(422);
            Api.importCsv("participants", "log", "id,given_name,family_name,email\nP1,Rosa,Quispe," + email + "\n")
                    .statusCode(200);
            Api.asOrganiser().get("/v1/participants?" + email + "=1").then().statusCode(400);
            Api.as(token).get("/v1/participants").then().statusCode(401);
            LOG.warn("of the end");

            assertThat(log.entries(), hasItem(containsString("of the end")));
            String all = String.join("", log.entries());
            assertThat(all, not(containsString(email)));
            assertThat(all, not(containsString("Quispe")));
            assertThat(all, not(containsString(token.substring(token.length() - 20))));
        }
    }

    @Test
    void tellsOfDefectsWithTheirCauseButNotTheAddress() {
        HttpProblem defect =
                HttpProblem.builder().withStatus(500).withTitle("Defect").build();
        try (WrittenLog log = new WrittenLog()) {
            processors.forEach(processor -> processor.apply(
                    defect,
                    ProblemContext.of(new IllegalStateException("Nobody thought of this"), "/v1/things/secret")));

            String all = String.join("", log.entries());
            assertThat(all, containsString("Answered 500: java.lang.IllegalStateException: Nobody thought of this"));
            assertThat(all, not(containsString("secret")));
        }
    }

    @Test
    void keepsAnEntryOnItsLine() {
        String forged = "x\r\n2026-03-01T09:00:00.000+0000 ERROR [forged] (main) [] y\u2028z\u001b[31m\ttab";
        try (WrittenLog log = new WrittenLog()) {
            LOG.warnf("Somebody sent %s", forged);
            LOG.warn("Failed", new IllegalStateException("outer", new IllegalArgumentException(forged)));

            assertThat(
                    log.entries(),
                    hasItem(allOf(
                            matchesPattern("[^\\r\\n\\u2028\\x1b]*\\n"),
                            containsString("Somebody sent x\\u000d\\n2026-03-01T09:00:00.000+0000 ERROR"),
                            containsString("\ttab"))));
            assertThat(
                    log.entries(),
                    hasItem(allOf(
                            startsWith("20"),
                            containsString("Caused by: java.lang.IllegalArgumentException: x\\u000d\\n2026"),
                            containsString("\tat org.rapport.participants.LogTest"),
                            not(containsString("\n2026")))));
        }
    }
}
