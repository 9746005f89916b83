package org.rapport.local;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One POST of a stream, whose answer is read while the stream is still being sent. The HTTP client of the JDK reads the
 * answer only afterwards, and waits for ever for a service that refuses a file after its first line.
 */
final class Upload implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    /** Small, so that what has been sent is about what the service has taken. */
    private static final int BUFFER_BYTES = 64 * 1024;

    private static final int MAX_LINE_BYTES = 16 * 1024;
    private static final byte[] END_OF_LINE = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final int status;
    private final Map<String, String> answerHeaders = new TreeMap<>();

    private Upload(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        String[] statusLine = line(in).split(" ");
        if (statusLine.length < 2 || !statusLine[0].startsWith("HTTP/1.")) {
            throw new IOException("The answer is not HTTP");
        }
        this.status = Integer.parseInt(statusLine[1]);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            answerHeaders.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    /** Returns when the service has begun to answer; the rest of the stream is sent, and closed, meanwhile. */
    static Upload start(URI uri, Map<String, String> headers, InputStream stream) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSendBufferSize(BUFFER_BYTES);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLIS);
            Thread sending = new Thread(() -> send(socket, head(uri, headers), stream), "upload");
            sending.setDaemon(true);
            sending.start();
            return new Upload(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    int status() {
        return status;
    }

    /** The lines of the answer, as they come; {@link UncheckedIOException} if it breaks off. */
    Stream<String> lines() {
        return new BufferedReader(new InputStreamReader(body(), StandardCharsets.UTF_8)).lines();
    }

    /** The answer as it comes. */
    InputStream body() {
        String length = answerHeaders.get("content-length");
        if (length != null) {
            return new Bounded(in, Long.parseLong(length));
        }
        return "chunked".equalsIgnoreCase(answerHeaders.get("transfer-encoding")) ? new Chunks(in) : in;
    }

    private static byte[] head(URI uri, Map<String, String> headers) {
        StringBuilder head = new StringBuilder("POST " + uri.getRawPath() + "?" + uri.getRawQuery() + " HTTP/1.1\r\n");
        head.append("Host: ").append(uri.getAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A service that stops listening halfway says why in its answer, so that not being heard is no failure here. */
    private static void send(Socket socket, byte[] head, InputStream stream) {
        try (stream) {
            OutputStream out = socket.getOutputStream();
            out.write(head);
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                if (read > 0) {
                    out.write(chunk(buffer, read));
                }
            }
            out.write(LAST_CHUNK);
        } catch (IOException e) {
            try {
                socket.shutdownOutput();
            } catch (IOException alreadyClosed) {
                e.addSuppressed(alreadyClosed);
            }
        }
    }

    private static byte[] chunk(byte[] bytes, int length) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(length + 16);
        chunk.write(Integer.toHexString(length).getBytes(StandardCharsets.US_ASCII));
        chunk.write(END_OF_LINE);
        chunk.write(bytes, 0, length);
        chunk.write(END_OF_LINE);
        return chunk.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > MAX_LINE_BYTES) {
                throw new EOFException("The answer breaks off");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** An answer whose length was said before it. */
    private static final class Bounded extends InputStream {

        private final InputStream in;
        private long left;

        Bounded(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(buffer, offset, (int) Math.min(left, length));
            if (read < 0) {
                throw new EOFException("The answer breaks off");
            }
            left -= read;
            return read;
        }
    }

    /** What is in the chunks of an answer. */
    private static final class Chunks extends InputStream {

        private final InputStream in;
        private int left;
        private boolean ended;
        private boolean begun;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0 && !ended) {
                nextChunk();
            }
            if (ended) {
                return -1;
            }
            int read = in.read(buffer, offset, Math.min(left, length));
            if (read < 0) {
                throw new EOFException("The answer breaks off");
            }
            left -= read;
            return read;
        }

        private void nextChunk() throws IOException {
            if (begun) {
                line(in);
            }
            begun = true;
            left = Integer.parseInt(line(in).split(";")[0].strip(), 16);
            ended = left == 0;
        }
    }
}
