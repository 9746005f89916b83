package org.rapport.kit.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Keeps the text of an entry on its line, so that nothing that comes from outside can pass for an entry of its own, and the
 * secrets of links out of it.
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {

    /** A part of an address that is as long as a {@link org.rapport.kit.links.LinkToken}, and made of the same letters. */
    private static final Pattern SECRET = Pattern.compile("(?<=/)[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

    private final Formatter message = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord entry) {
        String text = message.format(entry);
        if (entry instanceof ExtLogRecord extended && !isFit(text)) {
            extended.setMessage(onOneLine(text), ExtLogRecord.FormatStyle.NO_FORMAT);
        }
        if (entry.getThrown() != null && !isHarmless(entry.getThrown())) {
            entry.setThrown(new Told(entry.getThrown()));
        }
        return true;
    }

    private static boolean isHarmless(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (!isFit(cause.toString())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFit(String text) {
        return !SECRET.matcher(text).find() && text.chars().noneMatch(OneLine::breaksLine);
    }

    /** Controls and the line and paragraph separators; a tab stays within its line. */
    private static boolean breaksLine(int character) {
        return Character.isISOControl(character) && character != '\t' || character == '\u2028' || character == '\u2029';
    }

    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length() + 16);
        SECRET.matcher(text).replaceAll("...").chars().forEach(character -> {
            if (breaksLine(character)) {
                line.append(character == '\n' ? "\\n" : "\\u%04x".formatted(character));
            } else {
                line.append((char) character);
            }
        });
        return line.toString();
    }

    /** Another exception, with where it comes from, but what it says on one line. */
    private static final class Told extends Throwable {

        private static final long serialVersionUID = 1;

        Told(Throwable thrown) {
            super(onOneLine(thrown.toString()), thrown.getCause() == null ? null : new Told(thrown.getCause()));
            setStackTrace(thrown.getStackTrace());
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
