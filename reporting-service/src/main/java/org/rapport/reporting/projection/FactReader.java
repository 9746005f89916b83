package org.rapport.reporting.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads events: strictly what it knows of them, so that nothing wrong gets into the read model, and ignoring fields it
 * does not know, so that producers can add some.
 */
@Singleton
class FactReader {

    private static final Pattern TYPE = Pattern.compile("org\\.rapport\\.([a-z-]+)\\.([a-z-]+)\\.v1");
    private static final String ERASED = "erased";

    private final ObjectMapper mapper;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    FactReader(ObjectMapper strict) {
        mapper = strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    record Erased(UUID id) {}

    /**
     * Reads an event.
     *
     * @param data null for a tombstone, which only an erasure can be
     * @throws IllegalArgumentException if it makes no sense, with words that say why
     */
    Fact read(String type, UUID key, long version, byte[] data) {
        Matcher matcher = TYPE.matcher(type);
        Kind kind = matcher.matches() ? Kind.named(matcher.group(1)) : null;
        if (kind == null) {
            throw new IllegalArgumentException("Unknown type " + type);
        }
        if (version < 0) {
            throw new IllegalArgumentException("Negative version " + version);
        }
        if (matcher.group(2).equals(ERASED)) {
            if (data != null) {
                requireId(key, parse(data, Erased.class).id());
            }
            return new Fact(kind, key, version, null);
        }
        if (data == null) {
            throw new IllegalArgumentException("No data, and not an erasure: " + type);
        }
        State state = parse(data, kind.state());
        requireId(key, state.id());
        return new Fact(kind, key, version, state);
    }

    private <T> T parse(byte[] data, Class<T> type) {
        try {
            T value = readers.computeIfAbsent(type, mapper::readerFor).readValue(data);
            if (value == null) {
                throw new IllegalArgumentException("The data is null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The data cannot be read", e);
        }
    }

    private static void requireId(UUID key, UUID id) {
        if (!key.equals(id)) {
            throw new IllegalArgumentException("The id " + id + " in the data is not the key " + key);
        }
    }
}
