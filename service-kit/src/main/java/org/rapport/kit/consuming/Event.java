package org.rapport.kit.consuming;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A domain event as a consumer sees it.
 *
 * @param subject the aggregate that it tells the state of
 * @param version the aggregate's version: of two events of one subject, the greater one is newer
 * @param data the whole state; null for the tombstone that follows an erasure
 * @param time when it happened; null if the event does not say
 */
public record Event(String type, UUID subject, long version, JsonNode data, Instant time) {

    private static final String ERASED = ".erased.v1";
    private static final int KIND = "org.rapport.".length();

    /** Whether nothing is left of the aggregate. */
    public boolean isErasure() {
        return isErasure(type);
    }

    static boolean isErasure(String type) {
        return type.endsWith(ERASED);
    }

    /** The kind of aggregate, as the type names it: {@code need} in {@code org.rapport.need.declared.v1}. */
    public String kind() {
        return kind(type);
    }

    /** The kind of aggregate that events of a type tell of. */
    public static String kind(String type) {
        return type.substring(KIND, type.indexOf('.', KIND));
    }

    /** What happened to it, as the type names it: {@code declared} in {@code org.rapport.need.declared.v1}. */
    public static String action(String type) {
        return type.split("\\.")[3];
    }

    /** The newest event of each aggregate: all that counts, since each tells the whole state. */
    public static Collection<Event> newestOfEach(List<Event> events) {
        Map<Map.Entry<String, UUID>, Event> newest = new LinkedHashMap<>();
        for (Event event : events) {
            newest.merge(
                    Map.entry(event.kind(), event.subject()),
                    event,
                    (held, next) -> held.version() <= next.version() ? next : held);
        }
        return newest.values();
    }
}
