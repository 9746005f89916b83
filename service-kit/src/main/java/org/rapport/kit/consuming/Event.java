package org.rapport.kit.consuming;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * A domain event as a consumer sees it.
 *
 * @param subject the aggregate that it tells the state of
 * @param version the aggregate's version: of two events of one subject, the greater one is newer
 * @param data the whole state; null for the tombstone that follows an erasure
 */
public record Event(String type, UUID subject, long version, JsonNode data) {

    /** The kind of aggregate, as the type names it: {@code need} in {@code org.rapport.need.declared.v1}. */
    public String kind() {
        return type.split("\\.")[2];
    }
}
