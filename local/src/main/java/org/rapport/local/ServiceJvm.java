package org.rapport.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a service is run on one machine beside three others: a small heap that grows only if it must, and a simple collector. */
public final class ServiceJvm {

    private static final List<String> OPTIONS = List.of(
            "-Xms64m",
            "-Xmn40m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    /** glibc would keep freed memory apart for each thread. */
    public static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private ServiceJvm() {}

    /** @param service participants, events, exchanges or reporting, which holds big tables in memory if there are any */
    public static List<String> options(String service) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("reporting".equals(service) ? "-Xmx256m" : "-Xmx128m");
        return options;
    }
}
