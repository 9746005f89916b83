package org.rapport.events.encounter;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The lines of a stream, of which none can be so long that it does not fit into memory. */
final class ContactLines {

    static final int MAX_BYTES = 1_000;

    private final InputStream in;
    private long number;

    ContactLines(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /**
     * A line without its end.
     *
     * @param number counted from 1
     * @param isCut whether it is longer than this
     */
    record Line(long number, String text, boolean isCut) {}

    /** The next line, or null at the end. */
    Line next() throws IOException {
        int b = in.read();
        if (b < 0) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        boolean isCut = false;
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (bytes.size() < MAX_BYTES) {
                bytes.write(b);
            } else {
                isCut = true;
            }
        }
        return new Line(++number, bytes.toString(StandardCharsets.UTF_8), isCut);
    }
}
