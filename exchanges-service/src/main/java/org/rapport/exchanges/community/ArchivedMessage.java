package org.rapport.exchanges.community;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.RawField;
import org.rapport.kit.json.Uuids;

/**
 * Who sent a message, when, and in answer to what, as far as its header says so in whatever manner.
 *
 * @param line where it begins
 * @param sender an address in lower case; null if there is none
 * @param at null if no time can be believed
 * @param message made of its Message-ID; null if it has none
 * @param root the first message of its thread, if it says which that is
 * @param parent the message that it answers, if it says so
 */
record ArchivedMessage(long line, String sender, Instant at, UUID message, UUID root, UUID parent) {

    private static final int MAX_ADDRESS = 254;
    private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,998})>");

    /** As archives on the web disguise addresses. */
    private static final Pattern DISGUISED =
            Pattern.compile("^\\s*\"?([^\\s\"<>()@]+) at ([^\\s\"<>()@]+\\.[^\\s\"<>()@]+)");

    private static final Pattern POSTMARK =
            Pattern.compile("\\b([A-Z][a-z]{2}) +(\\d{1,2}) +(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\b.*\\b(\\d{4})\\b");

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    static ArchivedMessage of(MboxReader.Message raw) {
        Map<String, String> fields = raw.fields();
        Instant sent = believed(date(fields.get(MboxReader.DATE)));
        return new ArchivedMessage(
                raw.line(),
                address(fields.get(MboxReader.FROM)),
                sent == null ? believed(postmark(raw.separator())) : sent,
                id(fields.get(MboxReader.MESSAGE_ID)),
                id(fields.get(MboxReader.REFERENCES)),
                id(fields.get(MboxReader.IN_REPLY_TO)));
    }

    private static String address(String from) {
        if (from == null) {
            return null;
        }
        Matcher disguised = DISGUISED.matcher(from);
        String plain = disguised.find() ? disguised.group(1) + "@" + disguised.group(2) : from;
        String address = firstMailbox(plain);
        return address == null ? firstMailbox(DecoderUtil.decodeEncodedWords(plain, DecodeMonitor.SILENT)) : address;
    }

    private static String firstMailbox(String text) {
        try {
            return LenientAddressParser.DEFAULT.parseAddressList(text).flatten().stream()
                    .filter(mailbox -> isWhole(mailbox.getLocalPart()) && isWhole(mailbox.getDomain()))
                    .map(Mailbox::getAddress)
                    .filter(address -> address.length() <= MAX_ADDRESS)
                    .findFirst()
                    .map(address -> address.toLowerCase(Locale.ROOT))
                    .orElse(null);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static boolean isWhole(String part) {
        return part != null && !part.isBlank() && part.chars().noneMatch(Character::isISOControl);
    }

    private static Instant date(String text) {
        if (text == null) {
            return null;
        }
        try {
            Date date = DateTimeFieldLenientImpl.PARSER
                    .parse(new RawField("Date", text), DecodeMonitor.SILENT)
                    .getDate();
            return date == null ? null : date.toInstant();
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** When it arrived, as the line before it says; without a zone, it is taken for UTC. */
    private static Instant postmark(String separator) {
        Matcher postmark = POSTMARK.matcher(separator);
        if (!postmark.find() || !MONTHS.contains(postmark.group(1))) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            Integer.parseInt(postmark.group(6)),
                            MONTHS.indexOf(postmark.group(1)) + 1,
                            Integer.parseInt(postmark.group(2)),
                            Integer.parseInt(postmark.group(3)),
                            Integer.parseInt(postmark.group(4)),
                            postmark.group(5) == null ? 0 : Integer.parseInt(postmark.group(5)))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Nobody wrote mail before there was any, or will have tomorrow. */
    private static Instant believed(Instant time) {
        return time == null
                        || time.isBefore(EARLIEST)
                        || time.isAfter(Instant.now().plus(1, ChronoUnit.DAYS))
                ? null
                : time;
    }

    /** Of the first Message-ID in a field; itself it may tell who somebody is, so it is not kept. */
    private static UUID id(String field) {
        Matcher id = field == null ? null : ID.matcher(field);
        return id != null && id.find() ? Uuids.imported("mail", "messages", id.group(1)) : null;
    }
}
