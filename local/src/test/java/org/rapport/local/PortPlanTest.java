package org.rapport.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    private final PortPlan ports = freePlan();

    @Test
    void namesThePortThatIsTakenAndWhatItIsForAndAWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(ports.postgres(), 1, InetAddress.getLoopbackAddress())) {
            LocalProblem problem = assertThrows(LocalProblem.class, ports::requireFree);

            assertTrue(problem.getMessage().contains(taken.getLocalPort() + " (for PostgreSQL"), problem.getMessage());
            assertTrue(problem.getMessage().contains("--port-base"), problem.getMessage());
            assertFalse(problem.getMessage().contains("for Kafka"), problem.getMessage());
        }
    }

    @Test
    void isContentWithFreePorts() {
        assertDoesNotThrow(ports::requireFree);
    }

    @Test
    void refusesPortsThatDoNotExistOrNeedRoot() {
        assertThrows(LocalProblem.class, () -> new PortPlan(80));
        assertThrows(LocalProblem.class, () -> new PortPlan(65_530));
    }

    private static PortPlan freePlan() {
        return IntStream.iterate(21_081, base -> base + 9)
                .filter(base -> IntStream.range(base, base + 9).allMatch(PortPlan::isFree))
                .mapToObj(PortPlan::new)
                .findFirst()
                .orElseThrow();
    }
}
