package org.rapport.participants.mail;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.TestStack;
import org.rapport.kit.testing.Tokens;
import org.rapport.kit.testing.WrittenLog;

/** Mail servers that are quick, and that say nothing. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class MailServerTest {

    private static final int MANY = 150;

    private final String address = "m" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    @AfterEach
    void mailServerIsUp() {
        TestStack.get().startMail();
    }

    private void ask(int count) {
        UUID person = Api.create("/v1/participants", """
                {"givenName": "Rosa", "familyName": "Quispe", "email": "%s", "consents": [{"purpose": "CONTACT",
                "textVersion": "1", "givenAt": "2026-01-15T10:00:00Z"}]}""".formatted(address));
        String invitations = Stream.generate(() -> """
                        {"id": "%s", "participantId": "%s", "followUpId": "%s", "kind": "INVITATION",
                        "eventTitle": "Forum", "link": "https://answers.example.org/follow-up/x",
                        "expiresAt": "2100-06-30T08:00:00Z"}""".formatted(UUID.randomUUID(), person, UUID.randomUUID()))
                .limit(count)
                .collect(Collectors.joining(","));
        Api.as(Tokens.of("service"))
                .contentType("application/json")
                .body("{\"invitations\": [" + invitations + "]}")
                .when()
                .post("/v1/invitations")
                .then()
                .statusCode(200);
    }

    @Test
    void noneOfManyWaitsForAnAnswerThatWasGiven() throws Exception {
        try (WrittenLog log = new WrittenLog()) {
            ask(MANY);
            Mailbox.await(address, MANY);
            assertThat(log.entries(), everyItem(not(containsString("mail server"))));
        }
    }

    @Test
    void oneThatTakesTheCallAndSaysNothingIsNotWaitedForForEver() throws Exception {
        TestStack.get().stopMail();
        Socket silent = takeACall();

        TestStack.get().startMail();

        Mailbox.await(address, 1);
        silent.close();
    }

    private Socket takeACall() throws IOException {
        try (ServerSocket server = new ServerSocket(TestStack.get().mailPort(), 1, InetAddress.getLoopbackAddress())) {
            ask(1);
            return server.accept();
        }
    }
}
