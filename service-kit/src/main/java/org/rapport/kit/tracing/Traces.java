package org.rapport.kit.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Puts the trace of what is going on into words, and takes it up again elsewhere. */
public final class Traces {

    private static final String TRACE_PARENT = "traceparent";

    private static final W3CTraceContextPropagator WORDS = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<String> ALONE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceParent) {
            return List.of(TRACE_PARENT);
        }

        @Override
        public String get(String traceParent, String key) {
            return key.equals(TRACE_PARENT) ? traceParent : null;
        }
    };

    private Traces() {}

    /** The trace of the request at hand as its traceparent; null if there is none. */
    public static String parent() {
        Map<String, String> words = new HashMap<>();
        tell(words::put);
        return words.get(TRACE_PARENT);
    }

    /** Tells another service which trace its request is part of. */
    public static void tell(BiConsumer<String, String> header) {
        WORDS.inject(Context.current(), header, BiConsumer::accept);
    }

    /** Does something in the trace of this traceparent, or in none if it is not one. */
    public static void within(String traceParent, Runnable work) {
        WORDS.extract(Context.root(), traceParent, ALONE).wrap(work).run();
    }
}
