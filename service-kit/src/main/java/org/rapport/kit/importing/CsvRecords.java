package org.rapport.kit.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into CSV records (RFC 4180) without trusting it: a quote that never closes costs its own line and not the
 * rest of the file, and a line of 100 MB is skipped without being held. The cells are parsed from the records later.
 */
final class CsvRecords {

    static final int MAX_BYTES = 256 * 1024;

    private static final int EOF = -1;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final InputStream in;
    private final char separator;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int filled;
    private byte[] pushedBack = new byte[0];
    private int pushedBackPosition;
    private long line = 1;

    CsvRecords(InputStream in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    /**
     * A record as it stands in the file.
     *
     * @param line where it begins, counted from 1
     * @param fault what makes it unreadable, or null
     */
    record Cut(long line, byte[] bytes, Fault fault) {}

    /** Why a record cannot be read. */
    enum Fault {
        QUOTE("QUOTE_MISPLACED", "A quote is not closed, or stands inside a cell that does not begin with one"),
        TOO_LONG("LINE_TOO_LONG", "The line is longer than " + MAX_BYTES + " bytes");

        final String code;
        final String detail;

        Fault(String code, String detail) {
            this.code = code;
            this.detail = detail;
        }
    }

    /** The next record that is not blank, or null at the end. */
    Cut next() throws IOException {
        Cut cut = cut();
        while (cut != null && cut.fault() == null && cut.bytes().length == 0) {
            cut = cut();
        }
        return cut;
    }

    private Cut cut() throws IOException {
        long start = line;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        boolean quoted = false;
        boolean cellStart = true;
        boolean misplaced = false;
        int b = read();
        if (b == EOF) {
            return null;
        }
        for (; ; b = read()) {
            if (b == EOF) {
                return quoted || misplaced ? unclosed(start, bytes.toByteArray()) : whole(start, bytes);
            }
            if (b == '\n' && !quoted) {
                line++;
                bytes.write(b);
                return misplaced ? unclosed(start, bytes.toByteArray()) : whole(start, bytes);
            }
            if (bytes.size() == MAX_BYTES) {
                return quoted ? unclosedOrLong(start, bytes.toByteArray(), b) : tooLong(start, b);
            }
            bytes.write(b);
            if (b == '\n') {
                line++;
            } else if (b == '"' && quoted) {
                int after = read();
                if (after == '"') {
                    bytes.write(after);
                } else {
                    quoted = false;
                    misplaced |= !(after == separator || after == '\n' || after == '\r' || after == EOF);
                    unread(after);
                }
            } else if (b == '"') {
                quoted = cellStart;
                misplaced |= !cellStart;
            }
            cellStart = !quoted && (b == separator || cellStart && isOfMark(start, bytes.size(), b));
        }
    }

    /** Whether a byte belongs to a byte order mark, after which the first cell begins. */
    private static boolean isOfMark(long line, int position, int b) {
        return line == 1 && position <= BYTE_ORDER_MARK.length && BYTE_ORDER_MARK[position - 1] == b;
    }

    private static Cut whole(long start, ByteArrayOutputStream bytes) {
        byte[] record = bytes.toByteArray();
        int length = record.length;
        if (length > 0 && record[length - 1] == '\n') {
            length--;
        }
        if (length > 0 && record[length - 1] == '\r') {
            length--;
        }
        return new Cut(start, Arrays.copyOf(record, length), null);
    }

    /** Gives up the first line of what a stray quote has swallowed, and reads the rest again. */
    private Cut unclosed(long start, byte[] swallowed) {
        for (int i = 0; i < swallowed.length; i++) {
            if (swallowed[i] == '\n') {
                byte[] rest = Arrays.copyOfRange(swallowed, i + 1, swallowed.length);
                byte[] waiting = Arrays.copyOfRange(pushedBack, pushedBackPosition, pushedBack.length);
                pushedBack = Arrays.copyOf(rest, rest.length + waiting.length);
                System.arraycopy(waiting, 0, pushedBack, rest.length, waiting.length);
                pushedBackPosition = 0;
                line = start + 1;
                return new Cut(start, Arrays.copyOf(swallowed, i), Fault.QUOTE);
            }
        }
        return new Cut(start, swallowed, Fault.QUOTE);
    }

    private Cut unclosedOrLong(long start, byte[] swallowed, int next) throws IOException {
        for (byte b : swallowed) {
            if (b == '\n') {
                unread(next);
                return unclosed(start, swallowed);
            }
        }
        return tooLong(start, next);
    }

    private Cut tooLong(long start, int next) throws IOException {
        for (int b = next; b != EOF && b != '\n'; ) {
            b = read();
        }
        line++;
        return new Cut(start, new byte[0], Fault.TOO_LONG);
    }

    private int read() throws IOException {
        if (pushedBackPosition < pushedBack.length) {
            return pushedBack[pushedBackPosition++] & 0xFF;
        }
        if (position == filled) {
            filled = in.read(buffer);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                return EOF;
            }
        }
        return buffer[position++] & 0xFF;
    }

    private void unread(int b) {
        if (b == EOF) {
            return;
        }
        if (pushedBackPosition > 0) {
            pushedBack[--pushedBackPosition] = (byte) b;
        } else {
            pushedBack = new byte[] {(byte) b};
        }
    }
}
