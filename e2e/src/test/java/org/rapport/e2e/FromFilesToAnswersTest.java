package org.rapport.e2e;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets in by the command, answers out by the API. */
class FromFilesToAnswersTest {

    /** The events of the simulated world, and of no other data set that is loaded. */
    private static final String WORLD_ONLY = "&from=2020-01-01&to=2025-12-31";

    private final LocalRun run = LocalRun.get();

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10"})
    void theReadinessReportAgreesWithR(String set) throws Exception {
        JsonNode wanted = new ObjectMapper()
                .readTree(LocalRun.WORLD.resolve("expected.json").toFile())
                .path("sets")
                .path(set);
        List<String> query = new ArrayList<>();
        for (Map.Entry<String, JsonNode> parameter : wanted.path("parameters").properties()) {
            String value = parameter.getValue().asText();
            boolean isKey =
                    parameter.getKey().equals("programme") || parameter.getKey().equals("event");
            String id = isKey ? ImportedId.of("world", parameter.getKey() + "s", value) : value;
            query.add(parameter.getKey() + "=" + id);
        }
        String path = "readiness?" + String.join("&", query) + WORLD_ONLY;
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(Difference.between(wanted.path("expected"), run.report(path)), is(empty())));
    }

    @Test
    void theContactsOfARealConferenceAgreeWithWhatIsKnownOfThem() throws Exception {
        JsonNode report = run.report("encounters?to=2010-01-01");
        assertThat(report.path("participants").asInt(), equalTo(403));
        assertThat(report.path("encounters").asInt(), equalTo(26_040));
        assertThat(report.path("pairs").asInt(), equalTo(9_565));
        assertThat(report.path("components").asInt(), equalTo(1));
        assertThat(report.path("totalContactSeconds").asLong(), equalTo(1_405_220L));
        assertThat(report.at("/degree/max").asInt(), equalTo(169));
    }

    @Test
    void importingAFolderAgainChangesNothing() throws Exception {
        LocalRun.Result again = run.rapport("import", LocalRun.WORLD.toString());
        assertThat(again.errors(), again.exitCode(), equalTo(0));
        assertThat(again.output(), not(matchesPattern("(?s).* [1-9][0-9,]* (created|updated|rejected).*")));
        assertThat(again.output(), containsString("participants"));
    }

    @Test
    void anAttendeeListReachesTheServiceThatKnowsPeopleAndTheOneThatKnowsEvents() throws Exception {
        run.send(1, "/v1/events/imports?source=lists", """
                id,title,starts_at,ends_at,time_zone
                E,Lima 2014,2014-03-01,2014-03-02,America/Lima
                """);
        String list = """
                ID,Name,Email Address,Registration date,Registration state,Checked in,Check-in date
                1,Rosa Quispe,rosa@lists.example.org,2014-01-15 10:00:00,Completed,Yes,2014-03-01 09:05:00
                2,Ana Flores,ana@lists.example.org,2014-01-16 10:00:00,Awaiting payment,No,
                """;
        String path = "/v1/participants/attendee-lists?format=INDICO&eventId=" + ImportedId.of("lists", "events", "E");
        JsonNode first = run.send(0, path, list);
        assertThat(first.toString(), first.at("/participants/created").asInt(), equalTo(2));
        assertThat(first.toString(), first.at("/registrations/created").asInt(), equalTo(2));
        assertThat(first.toString(), first.at("/attendances/created").asInt(), equalTo(1));
        JsonNode again = run.send(0, path, list);
        assertThat(again.toString(), again.at("/participants/unchanged").asInt(), equalTo(2));
        assertThat(again.toString(), again.at("/registrations/unchanged").asInt(), equalTo(2));
        assertThat(again.toString(), again.at("/attendances/unchanged").asInt(), equalTo(1));
    }

    @Test
    void statusSaysThatEverythingIsReady() throws Exception {
        assertThat(run.rapport("status").exitCode(), equalTo(0));
    }

    @Test
    void aTokenIsAllThatIsPrintedWhenOneIsAskedFor() throws Exception {
        assertThat(
                run.rapport("token", "--role", "analyst").output(),
                matchesPattern("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\n"));
    }
}
