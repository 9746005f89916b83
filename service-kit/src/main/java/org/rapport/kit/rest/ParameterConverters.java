package org.rapport.kit.rest;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.kit.json.Times;
import org.rapport.kit.json.Uuids;

/** Reads ids, enums and times in paths and queries as strictly as in bodies: 400 with a reason for what is not one. */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type == UUID.class) {
            return (ParamConverter<T>) new Converter<>(Uuids::parse);
        }
        if (type == Instant.class) {
            return (ParamConverter<T>) new Converter<>(Times::startOf);
        }
        if (type.isEnum()) {
            return new Converter<>(text -> constant(type, text));
        }
        if (type == Boolean.class || type == boolean.class) {
            return (ParamConverter<T>) new Converter<>(ParameterConverters::bool);
        }
        return null;
    }

    private static <T> T constant(Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Must be true or false");
        };
    }

    private record Converter<T>(Function<String, T> parse) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            try {
                return text == null ? null : parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new InvalidParameterException(e.getMessage());
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
