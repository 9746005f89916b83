package org.rapport.e2e;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What becomes of one person in all services: exported, found to be two records, erased. */
class PersonalDataTest {

    /** An event of this test's own, in a year that no other test asks for. */
    private static final String REPORT = "readiness?from=2015-01-01&to=2015-12-31";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalRun run = LocalRun.get();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aPersonIsExportedMergedAndErasedInEveryService() throws Exception {
        LocalRun.Result imported = run.rapport("import", files().toString(), "--source", "rights");
        assertThat(imported.errors(), imported.exitCode(), equalTo(0));
        String survivor = ImportedId.of("rights", "participants", "A");
        String duplicate = ImportedId.of("rights", "participants", "B");
        awaitParticipations(3);

        send("POST", "/v1/participants/" + survivor + "/merge", "{\"duplicateId\": \"" + duplicate + "\"}", 200);
        awaitParticipations(2);
        JsonNode export = send("GET", "/v1/participants/" + duplicate + "/export", null, 200);
        assertThat(export.path("complete").asBoolean(), is(true));
        assertThat(count(export, "events", "attendances"), equalTo(1));
        assertThat(count(export, "exchanges", "exchanges"), equalTo(1));
        assertThat(count(export, "reporting", "attendance"), equalTo(1));

        send("DELETE", "/v1/participants/" + survivor, null, 204);
        awaitParticipations(1);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode certificate = send("GET", "/v1/participants/" + survivor + "/erasure", null, 200);
            for (JsonNode service : certificate.path("services")) {
                assertThat(service.toString(), service.path("done").asBoolean(), is(true));
            }
            assertThat(certificate.at("/services/1/erased/attendances").asInt(), equalTo(2));
            assertThat(certificate.at("/services/2/erased/exchanges").asInt(), equalTo(1));
        });
        LocalRun.Result again = run.rapport("import", files().toString(), "--source", "rights");
        assertThat(again.output(), again.exitCode() == 0, is(false));
        awaitParticipations(1);
    }

    private static int count(JsonNode export, String service, String collection) {
        for (JsonNode part : export.path("services")) {
            if (part.path("service").asText().equals(service)) {
                return part.path("data").path(collection).size();
            }
        }
        throw new AssertionError(service + " is missing");
    }

    private void awaitParticipations(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                        run.report(REPORT).at("/population/participations").asInt(), equalTo(count)));
    }

    private JsonNode send(String method, String path, String body, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(run.url(0) + path))
                .header("Authorization", "Bearer " + run.token("admin"))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 308) {
            String location = response.headers().firstValue("Location").orElseThrow();
            return send(method, URI.create(location).getPath(), body, status);
        }
        assertThat(response.body(), response.statusCode(), equalTo(status));
        return response.body().isEmpty() ? null : JSON.readTree(response.body());
    }

    private static Path files() throws Exception {
        Path folder = Files.createTempDirectory("rapport-e2e-rights");
        Files.writeString(folder.resolve("participants.csv"), """
                id,given_name,family_name,research_consent_at
                A,Rosa,Quispe,2015-01-01
                B,Rosa,Kispe,2015-01-01
                C,Ana,Flores,2015-01-01
                """);
        Files.writeString(folder.resolve("events.csv"), """
                id,title,starts_at,ends_at,status
                E,Lima 2015,2015-03-01,2015-03-02,HELD
                """);
        Files.writeString(folder.resolve("attendances.csv"), """
                event,participant,status
                E,A,PRESENT
                E,B,PRESENT
                E,C,PRESENT
                """);
        Files.writeString(folder.resolve("exchanges.csv"), """
                id,participant_a,participant_b,status,started_at
                X,B,C,ACTIVE,2015-04-02
                """);
        return folder;
    }
}
