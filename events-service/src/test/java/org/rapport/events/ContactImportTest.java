package org.rapport.events;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.TestStack;

/** Contacts of badges become encounters. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ContactImportTest {

    private static final String ORIGIN = "&origin=2026-03-01T15:00:00Z";

    private final String source = "s" + UUID.randomUUID();

    private UUID wearer(String badge) {
        return Uuids.imported(source, "participants", badge);
    }

    /** As if participants-service had told of them. */
    private void know(Iterable<String> badges) throws Exception {
        tell(badges, false);
    }

    private void tell(Iterable<String> badges, boolean gone) throws Exception {
        try (Connection connection = TestStack.get().database();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into reference_replica (kind, id, version, gone) values ('participant', ?, 0, ?)")) {
            for (String badge : badges) {
                insert.setObject(1, wearer(badge));
                insert.setBoolean(2, gone);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private ValidatableResponse post(UUID event, String more, byte[] body) {
        return Api.asOrganiser()
                .contentType("text/plain")
                .body(body)
                .when()
                .post("/v1/events/" + event + "/contacts?source=" + source + more)
                .then();
    }

    private ValidatableResponse postPacked(UUID event, String more, byte[] body) {
        return Api.asOrganiser()
                .contentType("text/plain")
                .header("Content-Encoding", "gzip")
                .body(body)
                .when()
                .post("/v1/events/" + event + "/contacts?source=" + source + more)
                .then();
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void contactsBecomeEncountersOnceAndWhatIsWrongIsNamedByItsLine() throws Exception {
        know(Set.of("A1", "A2", "A3"));
        tell(Set.of("A9"), true);
        UUID event = Meetings.event();
        byte[] lines = """
                # badges of the second floor
                20\t1\t2
                40 2 1 classA classB
                40 1 1
                40 1
                30 1 2
                60 1 9
                999999 1 2
                100 2 3
                """.getBytes(StandardCharsets.UTF_8);

        post(event, ORIGIN + "&prefix=A", lines)
                .statusCode(200)
                .body("total", equalTo(7))
                .body("created", equalTo(2))
                .body("errors.line", contains(4, 5, 6, 8, 7))
                .body(
                        "errors.code",
                        contains(
                                "SAME_PARTICIPANT",
                                "CONTACT_INVALID",
                                "OUT_OF_ORDER",
                                "OUTSIDE_EVENT",
                                "PARTICIPANT_UNKNOWN"));
        post(event, ORIGIN + "&prefix=A", lines).body("created", equalTo(0)).body("unchanged", equalTo(2));
        Api.asOrganiser()
                .when()
                .get("/v1/encounters?sort=metAt&eventId=" + event)
                .then()
                .body("items.metAt", contains("2026-03-01T15:00:00Z", "2026-03-01T15:01:20Z"))
                .body("items.durationSeconds", contains(40, 20))
                .body("items.source", contains("BADGE", "BADGE"));
    }

    @Test
    void aConferenceOfFourHundredBadgesComesOutAsItWasPublished() throws Exception {
        byte[] contacts;
        try (InputStream in = getClass().getResourceAsStream("/sfhh/contacts.txt.gz")) {
            contacts = in.readAllBytes();
        }
        String lines = new String(
                new GZIPInputStream(new ByteArrayInputStream(contacts)).readAllBytes(), StandardCharsets.UTF_8);
        Set<String> badges = new TreeSet<>();
        lines.lines()
                .forEach(line -> Arrays.stream(line.split("\t")).skip(1).forEach(badge -> badges.add("A" + badge)));
        know(badges);
        UUID event = Api.create("/v1/events", """
                {"title": "Nice", "startsAt": "2009-06-04T06:00:00Z", "endsAt": "2009-06-05T16:00:00Z"}""");

        postPacked(event, "&dryRun=true&origin=2009-06-03T22:00:00Z&prefix=A", contacts)
                .statusCode(200)
                .body("created", equalTo(26_040))
                .body("errors", empty());
    }

    @Test
    void whatIsNotContactsIsRefused() throws Exception {
        UUID event = Meetings.event();
        byte[] line = "20 1 2\n".getBytes(StandardCharsets.UTF_8);

        postPacked(event, ORIGIN, line).statusCode(400);
        byte[] whole = packed("20 1 1\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        postPacked(event, ORIGIN, Arrays.copyOf(whole, whole.length / 2)).statusCode(400);
        postPacked(event, ORIGIN, packed(new byte[3_000_000])).statusCode(413);
        post(event, ORIGIN + "&gap=-1", line).statusCode(400).body("parameter", equalTo("gap"));
        post(event, "&resolution=0", line).statusCode(400);
        post(UUID.randomUUID(), ORIGIN, line).statusCode(404);
        Api.asOrganiser()
                .contentType("text/plain")
                .header("Content-Encoding", "br")
                .body(line)
                .when()
                .post("/v1/events/" + event + "/contacts?source=" + source)
                .then()
                .statusCode(415);
        post(event, ORIGIN, ("20 1 " + "2".repeat(5_000) + "\n").getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("errors.code", contains("LINE_TOO_LONG"));
    }
}
