package org.rapport.local;

import java.util.List;
import java.util.Map;

/** How a service is run on one machine beside three others: a small heap that grows only if it must, and a simple collector. */
public final class ServiceJvm {

    public static final List<String> OPTIONS = List.of(
            "-Xms64m",
            "-Xmn40m",
            "-Xmx128m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    /** glibc would keep freed memory apart for each thread. */
    public static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private ServiceJvm() {}
}
