package org.rapport.kit.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops reading a JSON body at the limit, whatever its Content-Length says or does not say; imports stream. */
@Provider
public class BodyLimit implements ReaderInterceptor {

    private final long maxBytes;

    @Inject
    public BodyLimit(@ConfigProperty(name = "rapport.http.max-json-bytes", defaultValue = "1048576") long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (isJson(context.getMediaType())) {
            context.setInputStream(new LimitedInputStream(
                    context.getInputStream(), maxBytes, "The body is larger than this endpoint takes"));
        }
        return context.proceed();
    }

    private static boolean isJson(MediaType type) {
        return type != null && type.getSubtype().endsWith("json");
    }
}
