package org.rapport.exchanges;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.RoundTrip;
import org.rapport.kit.testing.StackTestResource;

/** The archive of a mailing list as community activity. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class MailingListTest {

    private UUID event;
    private UUID rosa;
    private UUID jo;
    private Senders senders;

    @BeforeEach
    void aListOfTwo() throws IOException {
        event = Elsewhere.event();
        rosa = Elsewhere.participant();
        jo = Elsewhere.participant();
        senders = new Senders();
        senders.are("rosa@example.org", rosa);
        senders.are("jo@example.org", jo);
    }

    @AfterEach
    void nobodyIsAsked() {
        senders.close();
    }

    private static String message(String from, String more, String body) {
        return "From list@example.org Tue Mar  3 10:00:00 2026\nFrom: " + from + "\n" + more + "\n\n" + body + "\n\n";
    }

    private ValidatableResponse send(String archive, String parameters) {
        return Api.asOrganiser()
                .contentType("application/mbox")
                .body(archive.getBytes(StandardCharsets.UTF_8))
                .when()
                .post("/v1/community-activities/imports?eventId=" + event + parameters)
                .then();
    }

    private JsonPath activities() {
        return Api.asOrganiser()
                .when()
                .get("/v1/community-activities?sort=at&eventId=" + event)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void eachMessageOfAParticipantIsAnActivityInItsThreadHoweverOftenItComes() throws Exception {
        String root = "r" + UUID.randomUUID() + "@example.org";
        String reply = "s" + UUID.randomUUID() + "@example.org";
        String archive = message(
                        "=?utf-8?q?Rosa_Qui=C3=B1ones?= <Rosa@Example.org>",
                        "Date: Wed, 4 Mar 2026 10:00:00 +0100\nMessage-ID:\n <" + root + ">\nSubject: Tariffs",
                        "The secret of tariffs\nFrom what I heard, nobody knows")
                + message(
                        "jo at example.org (Jo Doe)",
                        "Date: Thu, 5 Mar 2026 10:00:00 GMT\nMessage-ID: <" + reply + ">\nIn-Reply-To: <" + root + ">",
                        "x")
                + message(
                        "Rosa <rosa@example.org>",
                        "Date: Fri, 6 Mar 2026 10:00:00 GMT\nIn-Reply-To: <" + reply + ">\nReferences: <" + root + "> <"
                                + reply + ">",
                        "y")
                + message("stranger@example.org", "Date: Fri, 6 Mar 2026 11:00:00 GMT", "z")
                + message(
                        "jo@example.org",
                        "Date: Thu, 5 Mar 2026 10:00:01 GMT\nMessage-ID: <" + reply + ">",
                        "the same again, from another server");
        send(archive, "&dryRun=true").statusCode(200).body("created", equalTo(3));
        assertThat(activities().getList("items"), empty());

        send(archive, "")
                .statusCode(200)
                .body("total", equalTo(5))
                .body("created", equalTo(3))
                .body("unchanged", equalTo(1))
                .body("unknownSenders", equalTo(1))
                .body("rejected", equalTo(0));

        assertThat(senders.questions(), is(2));
        JsonPath activities = activities();
        assertThat(
                activities.getList("items.at"),
                contains("2026-03-04T09:00:00Z", "2026-03-05T10:00:00Z", "2026-03-06T10:00:00Z"));
        assertThat(
                activities.getList("items.participantId"), contains(rosa.toString(), jo.toString(), rosa.toString()));
        assertThat(activities.getList("items.channel"), contains("POST", "POST", "POST"));
        assertThat(List.copyOf(new HashSet<>(activities.getList("items.threadId"))), hasSize(1));
        send(archive, "")
                .body("unchanged", equalTo(4))
                .body("created", equalTo(0))
                .body("updated", equalTo(0));
        send(message("jo@example.org", "Date: Sat, 7 Mar 2026 10:00:00 GMT\nIn-Reply-To: <" + reply + ">", "later"), "")
                .body("created", equalTo(1));
        assertThat(List.copyOf(new HashSet<>(activities().getList("items.threadId"))), hasSize(1));

        UUID first = UUID.fromString(activities.getString("items[0].id"));
        String published = new String(
                PublishedEvents.await("rapport.exchanges.v1", first, 1).get(0).value(), StandardCharsets.UTF_8);
        assertThat(published, not(containsString("example.org")));
        PublishedEvents.requireConformity("rapport.exchanges.v1");
        RoundTrip.changesNothing("community-activities");
    }

    @Test
    void brokenHeadersCostAMessageAtMost() {
        String archive = message("rosa@example.org", "Date: yesterday, I think", "the postmark counts")
                + message("rosa@example.org", "Date: Mon, 1 Jan 2091 00:00:00 GMT", "and here")
                + message("(((((", "Date: Wed, 4 Mar 2026 10:00:00 GMT", "by nobody")
                + message("undisclosed:;", "Date: Wed, 4 Mar 2026 10:00:00 GMT", "by nobody")
                + "From x 99:99 2026\nFrom: rosa@example.org\n\nwhenever\n"
                + "From x Tue Mar  3 12:00:00 2026\nno header at all " + "x".repeat(100_000) + "\n"
                + "From x Tue Mar  3 13:00:00 2026\r\nFROM : Jo <jo@example.org>\r\n\tfolded\r\nfrom: rosa@example.org\r\n"
                + "From x Tue Mar  3 14:00:00 2026\nDate: Wed, 4 Mar 2026 10:00:00 GMT\nReferences: "
                + "<x@y> ".repeat(50_000)
                + "\nFrom: jo@example.org";
        send(archive, "")
                .statusCode(200)
                .body("total", equalTo(8))
                // two with one postmark by one sender are one
                .body("created", equalTo(3))
                .body("unchanged", equalTo(1))
                .body("rejected", equalTo(4))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "SENDER_UNREADABLE", "SENDER_UNREADABLE", "SENDER_UNREADABLE", "DATE_UNREADABLE"))
                .body("errors[0].line", equalTo(13));
        assertThat(
                activities().getList("items.at"),
                contains("2026-03-03T10:00:00Z", "2026-03-03T13:00:00Z", "2026-03-04T10:00:00Z"));
    }

    @Test
    void whatIsNoArchiveOrOfNoEventIsRefusedAndAnAbsentServiceIsWaitedFor() {
        send("Dear all,\n", "").statusCode(422).body("errors.code", contains("MBOX_INVALID"));
        send("", "").statusCode(422);
        send(message("rosa@example.org", "", ""), "&atomic=true").statusCode(400);
        Api.asOrganiser()
                .contentType("application/mbox")
                .body(message("rosa@example.org", "", "").getBytes(StandardCharsets.UTF_8))
                .when()
                .post("/v1/community-activities/imports")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("eventId"));
        senders.close();
        send(message("rosa@example.org", "", ""), "").statusCode(503);
    }
}
