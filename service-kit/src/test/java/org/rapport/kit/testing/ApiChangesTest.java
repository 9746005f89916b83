package org.rapport.kit.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ApiChangesTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            paths:
              /v1/cups:
                get:
                  operationId: listCups
                  parameters: [{name: q, in: query, schema: {type: string}}, {name: size, in: query, schema: {type: integer, maximum: 9}}]
                  responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Cup"}}}}, "404": {}}
                post:
                  operationId: createCup
                  requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/NewCup"}}}}
                  responses: {"201": {}, "202": {content: {text/csv: {}}}}
            components:
              schemas:
                NewCup: {type: object, required: [size], properties: {size: {type: integer}, name: {type: string, pattern: a+}}}
                Cup: {type: object, required: [name, size], properties: {name: {type: string}, size: {$ref: "#/components/schemas/Size"}, lid: {type: [string, "null"]}}}
                Size: {type: string, enum: [S, M]}
            """;

    static Stream<Arguments> breaking() {
        return Stream.of(
                arguments("get:", "trace:", "GET /v1/cups is gone"),
                arguments("post:", "put:", "POST /v1/cups is gone"),
                arguments("createCup", "makeCup", "POST /v1/cups is no longer called 'createCup'"),
                arguments(
                        "{name: q, in: query",
                        "{name: q, in: header",
                        "does not take the query parameter 'q' any more"),
                arguments("{name: q,", "{required: true, name: q,", "GET /v1/cups now needs the query parameter 'q'"),
                arguments("maximum: 9", "maximum: 8", "query parameter 'size': maximum was 9 and is 8"),
                arguments("requestBody: {", "requestBody: {required: true, ", "POST /v1/cups now needs a body"),
                arguments("\"202\"", "\"203\"", "POST /v1/cups does not answer 202 any more"),
                arguments("text/csv", "text/plain", "POST /v1/cups 202 is not text/csv any more"),
                arguments(
                        "NewCup: {type: object, required: [size]",
                        "NewCup: {type: object, required: [size, name]",
                        "POST /v1/cups now needs [name]"),
                arguments(
                        "name: {type: string, pattern: a+}",
                        "title: {type: string}",
                        "POST /v1/cups has no 'name' any more"),
                arguments("pattern: a+", "pattern: b+", "POST /v1/cups/name: pattern was \"a+\" and is \"b+\""),
                arguments(
                        "properties: {size: {type: integer}",
                        "properties: {size: {type: string}",
                        "POST /v1/cups/size was [integer] and is [string]"),
                arguments("required: [name, size]", "required: [name]", "GET /v1/cups 200 may now lack [size]"),
                arguments("name: {type: string}, size", "size", "GET /v1/cups 200 has no 'name' any more"),
                arguments(
                        "name: {type: string}, size",
                        "name: {type: [string, \"null\"]}, size",
                        "GET /v1/cups 200/name was [string] and is [null, string]"),
                arguments("enum: [S, M]", "enum: [S, L]", "GET /v1/cups 200/size is never [M] any more"),
                arguments("enum: [S, M]", "format: uuid", "GET /v1/cups 200/size is never [M, S] any more"));
    }

    @ParameterizedTest
    @MethodSource
    void breaking(String what, String becomes, String broken) throws IOException {
        assertThat(changes(what, becomes), contains(containsString(broken)));
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                arguments(
                        "/v1/cups:",
                        "/v1/mugs: {get: {operationId: listMugs, parameters: [{name: x, in: query, required: true}]}}\n  /v1/cups:"),
                arguments("{name: q,", "{name: new, in: query}, {name: q,"),
                arguments("maximum: 9", "maximum: 10"),
                arguments("q, in: query, schema: {type: string}", "q, in: query, schema: {type: [integer, string]}"),
                arguments(", \"404\": {}", ""),
                arguments("NewCup: {type: object, required: [size]", "NewCup: {type: object, required: []"),
                arguments(", pattern: a+", ""),
                arguments("enum: [S, M]", "enum: [S, M, L]"),
                arguments("lid: {type: [string, \"null\"]}", "lid: {type: string}"),
                arguments(
                        "name: {type: string}, size",
                        "colour: {type: string}, name: {type: string, description: new}, size"));
    }

    @ParameterizedTest
    @MethodSource
    void harmless(String what, String becomes) throws IOException {
        assertThat(changes(what, becomes), is(empty()));
    }

    @Test
    void aDifferenceIsRefusedUntilItIsRefreshed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("cups.yaml"), DOCUMENT);
        String larger = DOCUMENT.replace("S, M", "S, M, L");

        String refusal = refusal(file, larger, false);
        new CommittedContract(file, ApiChanges::breaking, true).requireSame(larger);
        new CommittedContract(file, ApiChanges::breaking, false).requireSame(larger);

        assertThat(refusal, containsString("-Dcontracts=refresh"));
        assertThat(Files.readString(file), startsWith("components:"));
    }

    @Test
    void whatBreaksIsNotRefreshedEither(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("cups.yaml"), DOCUMENT);

        String refusal = refusal(file, DOCUMENT.replace("S, M", "S"), true);

        assertThat(refusal, containsString("- GET /v1/cups 200/size is never [M] any more"));
        assertThat(Files.readString(file), is(DOCUMENT));
    }

    private static String refusal(Path file, String now, boolean refreshing) {
        CommittedContract contract = new CommittedContract(file, ApiChanges::breaking, refreshing);
        return assertThrows(AssertionError.class, () -> contract.requireSame(now))
                .getMessage();
    }

    private static List<String> changes(String what, String becomes) throws IOException {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        String now = DOCUMENT.replace(what, becomes);
        assertThat(now, is(not(DOCUMENT)));
        return ApiChanges.breaking(yaml.readTree(DOCUMENT), yaml.readTree(now));
    }
}
