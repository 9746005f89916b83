package org.rapport.exchanges.community;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts the archive of a mailing list (mbox) into messages, of which it keeps a few fields of the header and nothing else. Its
 * memory is the same whatever the archive holds: lines and fields are read as far as they can matter, and the rest passed over.
 */
final class MboxReader {

    static final String FROM = "from";
    static final String DATE = "date";
    static final String MESSAGE_ID = "message-id";
    static final String IN_REPLY_TO = "in-reply-to";
    static final String REFERENCES = "references";

    private static final Set<String> WANTED = Set.of(FROM, DATE, MESSAGE_ID, IN_REPLY_TO, REFERENCES);
    private static final int MAX_LINE = 2_048;
    private static final int MAX_FIELD = 8_192;

    /** With a time and a year, so that a sentence in a message that begins with this word does not cut it in two. */
    private static final Pattern SEPARATOR = Pattern.compile("From .*\\d{1,2}:\\d{2}.*\\b\\d{4}\\b.*");

    private final InputStream in;
    private final byte[] buffer = new byte[65_536];
    private int position;
    private int limit;

    private final byte[] line = new byte[MAX_LINE];
    private int length;
    private long number;
    private boolean hasLine;

    /**
     * A message.
     *
     * @param line where it begins, counted from 1
     * @param separator the line before it
     * @param fields the first of each name, unfolded, by names in lower case
     */
    record Message(long line, String separator, Map<String, String> fields) {}

    MboxReader(InputStream in) throws IOException {
        this.in = in;
        next();
        while (hasLine && length == 0) {
            next();
        }
    }

    /** Whether the next message begins here: if not at the start, it is no archive. */
    boolean isAtSeparator() {
        return hasLine
                && length > 5
                && line[0] == 'F'
                && line[1] == 'r'
                && line[2] == 'o'
                && line[3] == 'm'
                && line[4] == ' '
                && SEPARATOR.matcher(text()).matches();
    }

    /** The next message, or null at the end. */
    Message read() throws IOException {
        if (!hasLine) {
            return null;
        }
        long begin = number;
        String separator = text();
        Map<String, String> fields = new HashMap<>();
        String field = null;
        next();
        while (hasLine && length > 0 && !isAtSeparator()) {
            String text = text();
            if (text.charAt(0) == ' ' || text.charAt(0) == '\t') {
                if (field != null && fields.get(field).length() < MAX_FIELD) {
                    fields.merge(field, text.strip(), (start, more) -> start + " " + more);
                }
            } else {
                field = begin(text, fields);
            }
            next();
        }
        while (hasLine && !isAtSeparator()) {
            next();
        }
        return new Message(begin, separator, fields);
    }

    /** The name of the field that begins with this line, if what follows it is to be kept. */
    private static String begin(String text, Map<String, String> fields) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? "" : text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return WANTED.contains(name)
                        && fields.putIfAbsent(name, text.substring(colon + 1).strip()) == null
                ? name
                : null;
    }

    private String text() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    /** Goes to the next line, of which the head is kept. */
    private void next() throws IOException {
        length = 0;
        hasLine = fill();
        if (!hasLine) {
            return;
        }
        number++;
        boolean isEnded = false;
        while (!isEnded && fill()) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            int kept = Math.min(end - position, MAX_LINE - length);
            System.arraycopy(buffer, position, line, length, kept);
            length += kept;
            isEnded = end < limit;
            position = isEnded ? end + 1 : end;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            limit = Math.max(in.read(buffer), 0);
            position = 0;
        }
        return position < limit;
    }
}
