package org.rapport.events.event;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.json.FromText;
import org.rapport.kit.json.Times;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.validation.Errors;

/**
 * A time as a client gives it: an instant, or what clocks show where the event is, which the event's time zone makes an
 * instant.
 *
 * @param instant null if the time is local
 * @param local null if the time is an instant
 */
@Schema(
        type = SchemaType.STRING,
        description =
                "An instant with its offset from UTC; or, for an event that has a time zone, a local time without one",
        examples = {"2026-03-01T14:00:00Z", "2026-03-01T09:00:00-05:00", "2026-03-01T09:00:00"})
@JsonDeserialize(using = EventTime.Reader.class)
public record EventTime(Instant instant, LocalDateTime local) {

    /** Null of null. */
    public static EventTime of(Instant instant) {
        return instant == null ? null : new EventTime(instant, null);
    }

    static EventTime parse(String text) {
        return text.matches(".*T[0-9:.]+")
                ? new EventTime(null, LocalDateTime.ofInstant(Times.instant(text + "Z"), ZoneOffset.UTC))
                : of(Times.instant(text));
    }

    @JsonValue
    String text() {
        return instant == null ? local.toString() : instant.toString();
    }

    public boolean isLocal() {
        return instant == null;
    }

    /**
     * The same as an instant. A time that clocks skip or show twice there is added to the errors, and left as it is.
     *
     * @param zone of the event; null if it has none
     */
    public EventTime in(String zone, String pointer, Errors errors) {
        if (!isLocal()) {
            return this;
        }
        if (zone == null) {
            throw Problems.malformed(
                    pointer,
                    "WRONG_FORMAT",
                    "Must be an instant with its offset from UTC, such as 2026-03-01T09:00:00Z, since the event has no"
                            + " timeZone");
        }
        List<ZoneOffset> offsets = ZoneId.of(zone).getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            errors.add(pointer, "LOCAL_TIME_NONEXISTENT", "Clocks in " + zone + " skip " + local);
            return this;
        }
        if (offsets.size() > 1) {
            errors.add(
                    pointer,
                    "LOCAL_TIME_AMBIGUOUS",
                    "Clocks in " + zone + " show " + local + " twice: say which by its offset, " + offsets.get(0)
                            + " or " + offsets.get(1));
            return this;
        }
        return of(local.toInstant(offsets.get(0)));
    }

    /** What clocks show there, with the offset; null without a zone. */
    public static String localOf(Instant instant, String zone) {
        return zone == null
                ? null
                : instant.atZone(ZoneId.of(zone)).toOffsetDateTime().toString();
    }

    static final class Reader extends FromText<EventTime> {
        Reader() {
            super(EventTime.class, EventTime::parse);
        }
    }
}
