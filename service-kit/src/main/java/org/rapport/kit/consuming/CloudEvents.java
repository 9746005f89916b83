package org.rapport.kit.consuming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.rapport.kit.json.Times;
import org.rapport.kit.json.Uuids;

/** Reads CloudEvents 1.0 in Kafka's binary mode. */
final class CloudEvents {

    private static final Pattern FORM = Pattern.compile("org\\.rapport\\.[a-z-]+\\.[a-z-]+\\.v[0-9]+");

    /** Nothing larger is published; nothing larger is parsed. */
    private static final int MAX_BYTES = 1_000_000;

    private final ObjectMapper mapper;

    CloudEvents(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The event in a record.
     *
     * @throws UnreadableEventException if there is none
     */
    Event read(ConsumerRecord<byte[], byte[]> record) {
        if (!"1.0".equals(text(record, "ce_specversion"))
                || text(record, "ce_id") == null
                || text(record, "ce_source") == null) {
            throw new UnreadableEventException("Not a CloudEvent 1.0 in binary mode");
        }
        String type = text(record, "ce_type");
        if (type == null || !FORM.matcher(type).matches()) {
            throw new UnreadableEventException("No type of a domain event: " + type);
        }
        UUID subject = subject(record);
        return new Event(type, subject, version(record), data(record, type), time(record));
    }

    /** The trace that the event is a part of, if it says so. */
    static String traceParent(ConsumerRecord<byte[], byte[]> record) {
        return text(record, "ce_traceparent");
    }

    private static UUID subject(ConsumerRecord<byte[], byte[]> record) {
        String subject = text(record, "ce_subject");
        if (record.key() == null || subject == null) {
            throw new UnreadableEventException("The key or the subject is missing");
        }
        if (!subject.equals(new String(record.key(), StandardCharsets.UTF_8))) {
            throw new UnreadableEventException("The key is not the subject");
        }
        if (!Uuids.isCanonical(subject)) {
            throw new UnreadableEventException("The subject is not a UUID");
        }
        return UUID.fromString(subject);
    }

    private static long version(ConsumerRecord<byte[], byte[]> record) {
        String version = text(record, "ce_version");
        try {
            long number = Long.parseLong(version);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new UnreadableEventException("The version is not a whole number: " + version);
    }

    private static Instant time(ConsumerRecord<byte[], byte[]> record) {
        String time = text(record, "ce_time");
        try {
            return time == null ? null : Times.instant(time);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException("The time is not an instant: " + time);
        }
    }

    private JsonNode data(ConsumerRecord<byte[], byte[]> record, String type) {
        if (record.value() == null) {
            if (Event.isErasure(type)) {
                return null;
            }
            throw new UnreadableEventException("There is no data, and it is no erasure");
        }
        if (record.value().length > MAX_BYTES) {
            throw new UnreadableEventException("The data are larger than those of any event");
        }
        try {
            JsonNode data = mapper.readTree(record.value());
            if (data != null && data.isObject()) {
                return data;
            }
        } catch (IOException e) {
            throw new UnreadableEventException("The data are not JSON");
        }
        throw new UnreadableEventException("The data are not a JSON object");
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
