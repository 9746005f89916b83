package org.rapport.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a service is run on one machine beside three others: a small heap that grows only if it must, and a simple collector.
 * reporting-service counts, and holds big tables in memory if there are any: it gets the better compiler, and room to let
 * what a question leaves behind wait for a collection.
 */
public final class ServiceJvm {

    private static final List<String> OPTIONS = List.of("-Xms64m", "-Xmn40m", "-XX:+UseSerialGC");

    private static final List<String> REPORTING =
            List.of("-Xmx512m", "-XX:MinHeapFreeRatio=40", "-XX:MaxHeapFreeRatio=60");

    private static final List<String> OTHERS =
            List.of("-Xmx128m", "-XX:MinHeapFreeRatio=15", "-XX:MaxHeapFreeRatio=30", "-XX:TieredStopAtLevel=1");

    /** glibc would keep freed memory apart for each thread. */
    public static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private ServiceJvm() {}

    /** @param service participants, events, exchanges or reporting */
    public static List<String> options(String service) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll("reporting".equals(service) ? REPORTING : OTHERS);
        return options;
    }
}
