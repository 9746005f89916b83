package org.rapport.reporting.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.rapport.kit.consuming.Event;
import org.rapport.kit.consuming.UnreadableEventException;

/**
 * Reads events: strictly what it knows of them, so that nothing wrong gets into the read model, and ignoring fields it
 * does not know, so that producers can add some.
 */
@Singleton
class FactReader {

    private static final Pattern TYPE = Pattern.compile("org\\.rapport\\.[a-z-]+\\.[a-z-]+\\.v1");

    private final ObjectMapper mapper;

    FactReader(ObjectMapper strict) {
        mapper = strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Whether events of this type are about something that the read model holds, whatever happened to it. */
    boolean understands(String type) {
        return TYPE.matcher(type).matches() && (kind(type) != null || Kind.isPassedOver(Event.kind(type)));
    }

    /** Reads an event; throws {@link UnreadableEventException} if it makes no sense, with words that say why. */
    Fact read(Event event) {
        Kind kind = kind(event.type());
        if (event.isErasure()) {
            return new Fact(kind, event.subject(), event.version(), null);
        }
        State state = parse(event.data(), kind.state());
        if (!event.subject().equals(state.id())) {
            throw new UnreadableEventException("The id in the data is not the subject: " + state.id());
        }
        return new Fact(kind, event.subject(), event.version(), state);
    }

    private static Kind kind(String type) {
        return Kind.named(type.split("\\.")[2]);
    }

    private <T> T parse(JsonNode data, Class<T> type) {
        try {
            return mapper.treeToValue(data, type);
        } catch (ValueInstantiationException e) {
            throw new UnreadableEventException(e.getCause().getMessage());
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException(e.getOriginalMessage());
        }
    }
}
