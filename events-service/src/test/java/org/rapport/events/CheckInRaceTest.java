package org.rapport.events;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.TestStack;

/** Many scans of one code at the same moment. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CheckInRaceTest {

    private final ExecutorService devices = Executors.newFixedThreadPool(16);
    private UUID event;
    private UUID participant;
    private String token;

    @BeforeEach
    void register() {
        event = Meetings.event();
        participant = Elsewhere.participant();
        token = Doors.token(Doors.registration(event, participant));
    }

    @AfterEach
    void stop() {
        devices.shutdownNow();
    }

    private Future<Response> upload(String scan) {
        return devices.submit(() -> Doors.post(scan).extract().response());
    }

    @Test
    void manyUploadsOfOneScanCountOnceAndGetTheSameAnswer() throws Exception {
        String scan = Doors.scan(token, event, null, "IN", "2026-03-01T14:05:00Z");
        List<Future<Response>> uploads = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            uploads.add(upload(scan));
        }

        Set<String> answers = new HashSet<>();
        for (Future<Response> upload : uploads) {
            assertThat(upload.get().statusCode(), is(200));
            answers.add(upload.get().asString());
        }
        assertThat(answers, hasSize(1));
        assertThat(answers, hasItem(containsString("ACCEPTED")));
        Doors.attendance(event, participant).body("items.version", contains(0));
        Doors.post(scan.replace("\"IN\"", "\"OUT\"")).body("reason", equalTo("NONCE_REUSED"));
    }

    @Test
    void ofTwoDoorsThatScanOneCodeAtTheSameMomentOneLetsThemIn() throws Exception {
        List<Future<Response>> uploads = new ArrayList<>();
        try (Connection connection = TestStack.get().database()) {
            connection.setAutoCommit(false);
            holdTheAttendance(connection);
            uploads.add(upload(Doors.scan(token, event, null, "IN", "2026-03-01T14:05:00Z")));
            uploads.add(upload(Doors.scan(token, event, null, "IN", "2026-03-01T14:05:00Z")));
            Awaitility.await().atMost(Duration.ofSeconds(8)).until(() -> waiting() >= 2);
            connection.rollback();
        }

        List<String> results = new ArrayList<>();
        for (Future<Response> upload : uploads) {
            results.add(upload.get().path("result"));
        }
        assertThat(results, containsInAnyOrder("ACCEPTED", "REJECTED"));
    }

    /** Whoever wants to record it waits for this transaction, after they have decided. */
    private void holdTheAttendance(Connection connection) throws Exception {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into attendance (id, version, created_at, updated_at, event_id, participant_id, status)"
                        + " values (gen_random_uuid(), 0, now(), now(), ?, ?, 'UNKNOWN')")) {
            insert.setObject(1, event);
            insert.setObject(2, participant);
            insert.executeUpdate();
        }
    }

    private static int waiting() throws Exception {
        try (Connection connection = TestStack.get().database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
