package org.rapport.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas, the examples and the AsyncAPI document say the same. */
class ContractsTest {

    private static final String BASE = "https://rapport.dev/contracts/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(BASE, "classpath:contracts/")));

    static Set<String> types() throws IOException {
        return names("schemas");
    }

    @Test
    void everySchemaHasAnExampleAndEveryExampleASchema() throws IOException {
        assertFalse(types().isEmpty());
        assertEquals(types(), names("examples"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaIsAValidSchemaWithItsOwnAddress(String type) throws IOException {
        JsonNode schema = JSON.readTree(contract("schemas/" + type + ".json").toFile());
        JsonSchema meta =
                factory.getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()), assertingFormats());

        assertEquals(Set.of(), meta.validate(schema));
        assertEquals(BASE + "schemas/" + type + ".json", schema.path("$id").asText());
    }

    @ParameterizedTest
    @MethodSource("types")
    void theExampleIsValid(String type) throws IOException {
        assertEquals(Set.of(), violations(type, example(type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFieldThatIsNotDeclaredIsRefused(String type) throws IOException {
        ObjectNode leaking = example(type).put("email", "somebody@example.org");

        assertFalse(violations(type, leaking).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsNoUuidIsRefusedAsId(String type) throws IOException {
        assertFalse(violations(type, example(type).put("id", "1")).isEmpty());
    }

    @Test
    void theAsyncApiDocumentNamesEveryTypeWithItsSchemaOnOneChannel() throws IOException {
        JsonNode document = new ObjectMapper(new YAMLFactory())
                .readTree(contract("asyncapi.yaml").toFile());

        Set<String> described = new TreeSet<>();
        for (JsonNode message : document.at("/components/messages")) {
            String type = message.path("name").asText();
            described.add(type);
            assertEquals(
                    "schemas/" + type + ".json",
                    message.at("/payload/schema/$ref").asText());
            assertEquals(
                    type,
                    message.at("/headers/allOf/1/properties/ce_type/const").asText());
        }
        assertEquals(types(), described);

        Set<String> onChannels = new TreeSet<>();
        for (JsonNode channel : document.path("channels")) {
            for (JsonNode reference : channel.path("messages")) {
                String name = document.at(reference.path("$ref").asText().substring(1))
                        .path("name")
                        .asText();
                assertTrue(onChannels.add(name), name + " is on two channels");
            }
        }
        assertEquals(types(), onChannels);
    }

    private Set<ValidationMessage> violations(String type, JsonNode data) {
        return factory.getSchema(SchemaLocation.of(BASE + "schemas/" + type + ".json"), assertingFormats())
                .validate(data);
    }

    private static SchemaValidatorsConfig assertingFormats() {
        return SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    }

    private static ObjectNode example(String type) throws IOException {
        return (ObjectNode) JSON.readTree(contract("examples/" + type + ".json").toFile());
    }

    private static Set<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(contract(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path contract(String name) {
        try {
            return Path.of(ContractsTest.class.getResource("/contracts/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
