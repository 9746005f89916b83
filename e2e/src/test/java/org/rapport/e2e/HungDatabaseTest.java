package org.rapport.e2e;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A database that neither answers nor refuses. */
class HungDatabaseTest {

    private static final String PARTICIPANTS = "/v1/participants?limit=1";

    private final LocalRun run = LocalRun.get();

    @Test
    void isAnsweredForWithA503AndHealsByItself() throws Exception {
        assertThat(run.get(0, PARTICIPANTS, Duration.ofSeconds(30)).statusCode(), equalTo(200));
        List<ProcessHandle> processes = Stream.concat(
                        Stream.of(run.postgres()), run.postgres().children())
                .toList();
        signal("STOP", processes);
        try {
            HttpResponse<String> answer = run.get(0, PARTICIPANTS, Duration.ofSeconds(30));
            assertThat(answer.statusCode(), equalTo(503));
            assertThat(answer.headers().firstValue("Retry-After").isPresent(), equalTo(true));
            assertThat(answer.body(), containsString("https://rapport.dev/problems/unavailable"));
            assertThat(run.get(0, "/q/health/ready", Duration.ofSeconds(30)).statusCode(), equalTo(503));
            assertThat(run.get(0, "/q/health/live", Duration.ofSeconds(30)).statusCode(), equalTo(200));
        } finally {
            signal("CONT", processes);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> run.get(0, PARTICIPANTS, Duration.ofSeconds(30)).statusCode() == 200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> run.rapport("status").exitCode() == 0);
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
