package org.rapport.reporting.projection;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.consuming.Event;
import org.rapport.kit.json.StrictJson;
import org.rapport.reporting.given.ImportedEvents;

/** The consumer reads what the contract describes, and the events that tests give are such. */
class EventContractTest {

    private static final String BASE = "https://rapport.dev/contracts/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FactReader reader = new FactReader(strictMapper());

    static Stream<String> types() throws IOException {
        try (InputStream document = resource("/contracts/asyncapi.yaml")) {
            JsonNode messages =
                    new ObjectMapper(new YAMLFactory()).readTree(document).at("/components/messages");
            return StreamSupport.stream(messages.spliterator(), false)
                    .map(message -> message.path("name").asText())
                    .filter(type -> !Kind.isPassedOver(Event.kind(type)));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsTheExampleOfEveryType(String type) throws IOException {
        JsonNode example;
        try (InputStream json = resource("/contracts/examples/" + type + ".json")) {
            example = JSON.readTree(json);
        }
        UUID id = UUID.fromString(example.path("id").asText());

        assertThat(reader.understands(type), is(true));
        assertThat(reader.read(new Event(type, id, 3, example, null)).id(), equalTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"world", "sfhh"})
    void theGivenEventsKeepTheContract(String source) {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(BASE, "classpath:contracts/")));
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

        List<String> violations = ImportedEvents.of(source).stream()
                .flatMap(event -> schemas
                        .computeIfAbsent(
                                event.type(),
                                type -> factory.getSchema(
                                        SchemaLocation.of(BASE + "schemas/" + type + ".json"), config))
                        .validate(JSON.valueToTree(event.data()))
                        .stream()
                        .map(violation -> event.type() + violation))
                .toList();

        assertThat(violations, empty());
    }

    @Test
    void understandsOnlyTheFirstVersionOfWhatItHolds() {
        assertThat(reader.understands("org.rapport.need.declared.v2"), is(false));
        assertThat(reader.understands("org.rapport.unicorn.seen.v1"), is(false));
        assertThat(reader.understands("com.example.need.declared.v1"), is(false));
        assertThat("passed over", reader.understands("org.rapport.invitation.settled.v1"), is(true));
    }

    private static ObjectMapper strictMapper() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper;
    }

    private static InputStream resource(String name) {
        return EventContractTest.class.getResourceAsStream(name);
    }
}
