package org.rapport.reporting.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An event as its owner publishes it: the whole state, absent values left out. */
public record DomainEvent(
        String owner, String aggregate, String verb, UUID id, long version, Map<String, Object> data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public DomainEvent {
        Map<String, Object> present = new LinkedHashMap<>(data);
        present.values().removeIf(value -> value == null);
        data = present;
    }

    public String type() {
        return "org.rapport." + aggregate + "." + verb + ".v1";
    }

    public String topic() {
        return "rapport." + owner + ".v1";
    }

    public String json() {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with some fields otherwise, at the next version. */
    public DomainEvent changed(String verb, Map<String, ?> changes) {
        Map<String, Object> next = new LinkedHashMap<>(data);
        next.putAll(changes);
        return new DomainEvent(owner, aggregate, verb, id, version + 1, next);
    }

    /** The next event, with other data altogether. */
    public DomainEvent replaced(String verb, Map<String, Object> data) {
        return new DomainEvent(owner, aggregate, verb, id, version + 1, data);
    }

    /** The last event of an aggregate that is erased. */
    public DomainEvent erased() {
        return replaced("erased", Map.of("id", id.toString(), "status", "ERASED"));
    }
}
