package org.rapport.e2e;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Everything killed without warning. */
class KilledTest {

    private static final String REPORT = "readiness?asOf=2025-12-31&from=2020-01-01&to=2025-12-31";

    private final LocalRun run = LocalRun.get();

    @Test
    void whenEveryProcessIsKilledAndStartedAgainNothingIsLost() throws Exception {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                        run.report(REPORT).at("/population/participations").asInt(), equalTo(1001)));
        JsonNode before = run.report(REPORT);
        for (String service : new String[] {"participants", "events", "exchanges", "reporting"}) {
            kill(run.process(service + "-service"));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> run.rapport("status").exitCode() == 0);
        assertThat(run.report(REPORT), equalTo(before));
        kill(run.process("rapport"));
        kill(run.postgres());
        kill(run.process("reporting-service"));
        LocalRun.Result up = run.rapport("up", "--detach");
        assertThat(up.output() + up.errors(), up.exitCode(), equalTo(0));
        assertThat(run.report(REPORT), equalTo(before));
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
