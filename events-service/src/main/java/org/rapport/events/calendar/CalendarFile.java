package org.rapport.events.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneLoader;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Comment;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RelatedTo;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Answers with a calendar, or with nothing if the client has it already. */
@RequestScoped
class CalendarFile {

    static final String TYPE = "text/calendar";

    private static final TimeZoneLoader ZONES = TimeZoneLoader.getInstance("zoneinfo/");
    private static final int TAG_BYTES = 16;

    @Context
    Request request;

    Response of(List<Entry> entries) {
        String text = text(entries);
        EntityTag tag = tag(text);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.build()
                : Response.ok(text)
                        .tag(tag)
                        .header(HttpHeaders.CONTENT_TYPE, TYPE + ";charset=UTF-8")
                        .build();
    }

    private static String text(List<Entry> entries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Rapport//Events//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        entries.stream()
                .map(Entry::timeZone)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(zone -> calendar.add(definition(zone)));
        entries.forEach(entry -> calendar.add(event(entry)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to", e);
        }
        return text.toString();
    }

    private static VTimeZone definition(String zone) {
        try {
            return ZONES.loadVTimeZone(zone);
        } catch (IOException | ParserException e) {
            throw new IllegalStateException("The definition of a time zone of the JDK cannot be read", e);
        }
    }

    private static VEvent event(Entry entry) {
        VEvent event = new VEvent(false);
        event.add(new Uid(uid(entry.kind().name().toLowerCase(Locale.ROOT), entry.id())));
        // not the moment of the answer, so that what has not changed is the same
        event.add(new DtStamp(seconds(entry.updatedAt())));
        event.add(new Created(seconds(entry.createdAt())));
        event.add(new LastModified(seconds(entry.updatedAt())));
        event.add(new Sequence(Math.toIntExact(entry.sequence())));
        event.add(new DtStart<>(local(entry.startsAt(), entry.timeZone())));
        if (entry.endsAt().isAfter(entry.startsAt())) {
            event.add(new DtEnd<>(local(entry.endsAt(), entry.timeZone())));
        }
        event.add(new Summary(lines(entry.title())));
        if (entry.description() != null) {
            event.add(new Description(lines(entry.description())));
        }
        if (entry.city() != null || entry.country() != null) {
            event.add(new Location(Stream.of(entry.city(), entry.country())
                    .filter(Objects::nonNull)
                    .map(CalendarFile::lines)
                    .collect(Collectors.joining(", "))));
        }
        if (entry.partOf() != null) {
            event.add(new RelatedTo(uid("event", entry.partOf())));
        }
        event.add(status(entry));
        switch (entry.status()) {
            case CANCELLED -> event.add(ImmutableTransp.TRANSPARENT);
            case POSTPONED -> {
                event.add(new Comment("Postponed: these are the times that it was planned for"));
                event.add(ImmutableTransp.TRANSPARENT);
            }
            default -> event.add(ImmutableTransp.OPAQUE);
        }
        return event;
    }

    /** What is postponed still takes place, but not then. */
    private static Status status(Entry entry) {
        return switch (entry.status()) {
            case DRAFT, POSTPONED -> ImmutableStatus.VEVENT_TENTATIVE;
            case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
            default -> ImmutableStatus.VEVENT_CONFIRMED;
        };
    }

    private static String uid(String kind, Object id) {
        return kind + "-" + id + "@rapport.dev";
    }

    private static Temporal local(Instant instant, String zone) {
        Instant second = seconds(instant);
        return zone == null ? second : second.atZone(ZoneId.of(zone));
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static EntityTag tag(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new EntityTag(HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
