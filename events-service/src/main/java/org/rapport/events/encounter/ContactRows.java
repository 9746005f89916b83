package org.rapport.events.encounter;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.rapport.kit.importing.RawRow;
import org.rapport.kit.importing.RawRows;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;

/** A stream of contacts, one {@code t i j} a line, as rows of {@code encounters.csv}, with the lines where they begin. */
final class ContactRows implements RawRows {

    private static final List<String> HEADER =
            List.of("event", "participant_a", "participant_b", "met_at", "duration_seconds", "source");
    private static final Pattern BLANK = Pattern.compile("[ \t\r]+");
    private static final Pattern TIME = Pattern.compile("[0-9]{1,11}");
    private static final Duration AROUND_EVENT = Duration.ofDays(1);

    private final ContactLines lines;
    private final UUID event;
    private final ContactParams params;
    private final long earliest;
    private final long latest;
    private final Contacts contacts;
    private final Queue<RawRow> ready = new ArrayDeque<>();
    private boolean ended;

    /** As far as the contacts lie around the time of the event. */
    ContactRows(InputStream in, UUID event, Instant startsAt, Instant endsAt, ContactParams params) {
        this.lines = new ContactLines(in);
        this.event = event;
        this.params = params;
        Instant origin = params.origin();
        this.earliest = Duration.between(origin, startsAt.minus(AROUND_EVENT)).toSeconds();
        this.latest = Duration.between(origin, endsAt.plus(AROUND_EVENT)).toSeconds();
        this.contacts = new Contacts(params.resolution(), params.gap(), met -> ready.add(row(met)));
        ready.add(new RawRow(0, HEADER, null, ""));
    }

    @Override
    public RawRow next() throws IOException {
        while (ready.isEmpty() && !ended) {
            ContactLines.Line line = read();
            if (line == null) {
                ended = true;
                contacts.end();
            } else if (!line.text().isBlank() && !line.text().startsWith("#")) {
                RawRow fault = add(line);
                if (fault != null) {
                    ready.add(fault);
                }
            }
        }
        return ready.poll();
    }

    private ContactLines.Line read() throws IOException {
        try {
            return lines.next();
        } catch (ZipException | EOFException e) {
            throw Problems.of(ProblemType.MALFORMED_REQUEST, "The body is not whole, or is not gzip");
        }
    }

    /** What is wrong with a line, or null. Columns behind the third are passed over: some files name classes there. */
    private RawRow add(ContactLines.Line line) {
        if (line.isCut()) {
            return fault(line, "LINE_TOO_LONG", "The line is longer than " + ContactLines.MAX_BYTES + " bytes");
        }
        String[] words = BLANK.split(line.text().strip());
        if (words.length < 3 || !TIME.matcher(words[0]).matches()) {
            return fault(line, "CONTACT_INVALID", "A line is t i j: seconds, and the numbers of two badges");
        }
        long t = Long.parseLong(words[0]);
        if (words[1].equals(words[2])) {
            return fault(line, "SAME_PARTICIPANT", "Nobody meets themselves");
        }
        if (contacts.isPast(t)) {
            return fault(line, "OUT_OF_ORDER", "Lines must be in the order of t");
        }
        if (t < earliest || t > latest) {
            return fault(line, "OUTSIDE_EVENT", "That is more than a day before or after the event: see `origin`");
        }
        if (contacts.isFull()) {
            throw Problems.invalid("", "TOO_MANY_CONTACTS", "More pairs at a time than there can be in a room");
        }
        contacts.add(line.number(), t, words[1], words[2]);
        return null;
    }

    private static RawRow fault(ContactLines.Line line, String code, String detail) {
        return RawRow.faulty(line.number(), code, detail, line.text());
    }

    private RawRow row(Contacts.Met met) {
        return new RawRow(
                met.line(),
                List.of(
                        event.toString(),
                        params.prefix() + met.i(),
                        params.prefix() + met.j(),
                        params.origin().plusSeconds(met.start()).toString(),
                        Long.toString(met.end() - met.start()),
                        EncounterSource.BADGE.name()),
                null,
                "");
    }

    @Override
    public void close() {
        // the stream is the request's
    }
}
