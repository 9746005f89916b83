package org.rapport.kit.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;

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
            context.setInputStream(new Limited(context.getInputStream(), maxBytes));
        }
        return context.proceed();
    }

    private static boolean isJson(MediaType type) {
        return type != null && type.getSubtype().endsWith("json");
    }

    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long maxBytes) {
            super(in);
            this.left = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw Problems.of(ProblemType.TOO_LARGE, "The body is larger than this endpoint takes");
            }
        }
    }
}
