package org.rapport.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.util.function.Function;

/** Reads a scalar from a JSON string and from nothing else. */
public class FromText<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> parse;

    /**
     * A reader.
     *
     * @param parse throws an {@link IllegalArgumentException} whose message begins with "Must" and is for people
     */
    public FromText(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
        String text = parser.getText();
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw InvalidFormatException.from(parser, e.getMessage(), text, handledType());
        }
    }
}
