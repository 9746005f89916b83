package org.rapport.kit.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells the client under which id the logs of all services speak of its request. */
@Provider
public class TraceIdHeader implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        SpanContext trace = Span.current().getSpanContext();
        if (trace.isValid()) {
            response.getHeaders().putSingle("Trace-Id", trace.getTraceId());
        }
    }
}
