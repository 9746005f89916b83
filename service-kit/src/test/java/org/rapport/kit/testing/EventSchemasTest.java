package org.rapport.kit.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.kit.testing.SchemaChanges.Use;

/** Consumers that know the schemas as they are committed understand the events of today, and those of today old ones. */
class EventSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMAS = Path.of("../contracts/src/main/resources/contracts/schemas");

    private static final String CUPS = """
            {"org.rapport.cup.made.v1": {"type": "object", "properties": {"cup": {"$ref": "#/cup.json"}}},
             "cup.json": {"type": "object", "additionalProperties": false, "required": ["id"], "properties": {
                "id": {}, "size": {"type": "integer", "maximum": 4}, "state": {"enum": ["A", "B"]}}}}
            """;

    @Test
    void growByOptionalFieldsOnly() throws IOException {
        new CommittedContract("event-schemas.yaml", EventSchemasTest::breaking)
                .requireCompatible(schemas().toString());
    }

    static Stream<Arguments> breakingOnes() {
        return Stream.of(
                arguments("\"id\": {}", "\"key\": {}", "/cup has no 'id' any more"),
                arguments("[\"id\"]", "[]", "/cup may now lack [id]"),
                arguments("[\"id\"]", "[\"id\", \"size\"]", "/cup now needs [size]"),
                arguments("integer", "string", "/size was [integer] and is [string]"),
                arguments("\"maximum\": 4", "\"maximum\": 5", "/size: maximum was 4 and is 5"),
                arguments("\"A\", \"B\"", "\"A\"", "/state is never [B] any more"),
                arguments("\"A\", \"B\"", "\"A\", \"B\", \"C\"", "/state may now be [C]"),
                arguments("org.rapport.cup.made.v1", "org.rapport.cup.made.v2", "org.rapport.cup.made.v1 is gone"));
    }

    @ParameterizedTest
    @MethodSource("breakingOnes")
    void doNotChangeSoThatConsumersBreak(String what, String becomes, String broken) throws IOException {
        assertThat(
                breaking(JSON.readTree(CUPS), JSON.readTree(CUPS.replace(what, becomes))),
                contains(containsString(broken)));
    }

    @Test
    void mayGetOptionalFields() throws IOException {
        String grown = CUPS.replace("\"id\": {}", "\"id\": {}, \"lid\": {\"type\": \"string\"}");

        assertThat(breaking(JSON.readTree(CUPS), JSON.readTree(grown)), is(empty()));
    }

    private static List<String> breaking(JsonNode before, JsonNode now) {
        List<String> breaking = new ArrayList<>();
        SchemaChanges changes = new SchemaChanges(before, now, breaking::add);
        before.properties().stream()
                .filter(schema -> schema.getKey().startsWith("org.rapport."))
                .forEach(schema -> {
                    if (now.has(schema.getKey())) {
                        changes.compare(Use.EVENT, schema.getKey(), schema.getValue(), now.get(schema.getKey()));
                    } else {
                        breaking.add(schema.getKey() + " is gone");
                    }
                });
        return breaking;
    }

    /** All schemas in one document, each below the name of its file, with references to match. */
    private static JsonNode schemas() throws IOException {
        ObjectNode all = JSON.createObjectNode();
        try (Stream<Path> files = Files.walk(SCHEMAS)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String schema =
                        Files.readString(file).replaceAll("(\"\\$ref\": *\")(?:state/)?([a-z.-]+\\.json)#?", "$1#/$2");
                all.set(file.getFileName().toString(), JSON.readTree(schema));
            }
        }
        return all;
    }
}
