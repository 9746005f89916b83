package org.rapport.kit.testing;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/** A file that says what others rely on. It is refreshed on demand, but not by what would break them. */
final class CommittedContract {

    private static final String REFRESH = "mvn test -Dtest='*EndpointsTest,EventSchemasTest'"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dcontracts=refresh";

    /** In one order, whatever order the code says things in, so that a difference is one. */
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final Path file;
    private final BiFunction<JsonNode, JsonNode, List<String>> breaking;
    private final boolean refreshing;

    /**
     * A file below the folder of contracts.
     *
     * @param breaking finds what breaks between two versions of it
     */
    CommittedContract(String file, BiFunction<JsonNode, JsonNode, List<String>> breaking) {
        this(Path.of("..", "contracts").resolve(file), breaking, "refresh".equals(System.getProperty("contracts")));
    }

    CommittedContract(Path file, BiFunction<JsonNode, JsonNode, List<String>> breaking, boolean refreshing) {
        this.file = file;
        this.breaking = breaking;
        this.refreshing = refreshing;
    }

    /** Fails unless what is said now is what is committed. */
    void requireSame(String now) throws IOException {
        requireCompatible(now);
        if (!committed().equals(YAML.readTree(now))) {
            fail(file + " is not what the code says now. If that is meant, refresh it and look at the difference:\n"
                    + REFRESH);
        }
    }

    /** Fails if what is said now breaks those who rely on what is committed. */
    void requireCompatible(String now) throws IOException {
        List<String> broken = breaking.apply(committed(), YAML.readTree(now));
        if (!broken.isEmpty()) {
            fail("This breaks those who rely on " + file + ":\n- " + String.join("\n- ", broken)
                    + "\nIf that is meant all the same, delete the file and let it be written anew:\n" + REFRESH);
        }
        if (refreshing) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, YAML.writeValueAsString(YAML.readValue(now, Object.class)));
        } else if (!Files.exists(file)) {
            fail(file + " is missing. Write it:\n" + REFRESH);
        }
    }

    private JsonNode committed() throws IOException {
        return YAML.readTree(Files.exists(file) ? Files.readString(file) : "{}");
    }
}
