package org.rapport.reporting.report.readinessexposure;

import java.util.List;
import java.util.stream.IntStream;

/** Work in so many parts, whatever the number of processors: what comes of it doesn't depend on that. */
final class Parts {

    private static final int NUMBER = 4;

    private Parts() {}

    /** Does something to some of many things. */
    @FunctionalInterface
    interface OfSome<T> {
        T take(int from, int to);
    }

    /** What comes of the parts, in their order. */
    static <T> List<T> of(int things, OfSome<T> work) {
        return IntStream.range(0, NUMBER)
                .parallel()
                .mapToObj(part -> work.take(begin(part, things), begin(part + 1, things)))
                .toList();
    }

    private static int begin(int part, int things) {
        return (int) ((long) things * part / NUMBER);
    }
}
