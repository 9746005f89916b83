package org.rapport.kit.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;

/** Believes no size that is stated, but counts: ends with a 413 where more comes than is taken. */
public final class LimitedInputStream extends FilterInputStream {

    private final String detail;
    private long left;

    public LimitedInputStream(InputStream in, long maxBytes, String detail) {
        super(in);
        this.left = maxBytes;
        this.detail = detail;
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
            throw Problems.of(ProblemType.TOO_LARGE, detail);
        }
    }
}
