package org.rapport.reporting.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers computed elsewhere, and how an answer of ours differs from one. */
public final class Expected {

    private static final double RELATIVE = 5e-10;

    private Expected() {}

    /** A JSON file among the test resources. */
    public static JsonNode read(String resource) {
        try (InputStream in = Expected.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where the answer isn't what is expected: whole numbers and texts exactly, other numbers to nine significant digits.
     * The answer may say more. A null value expected must come with a reason.
     */
    public static List<String> differences(JsonNode expected, JsonNode answer) {
        List<String> differences = new ArrayList<>();
        compare("", expected, answer, differences);
        return differences;
    }

    private static void compare(String path, JsonNode expected, JsonNode answer, List<String> differences) {
        if (answer == null || answer.isMissingNode()) {
            differences.add(path + " is missing");
        } else if (expected.has("value") && expected.get("value").isNull()) {
            if (answer.hasNonNull("value") || answer.hasNonNull("pValue") || !answer.hasNonNull("reason")) {
                differences.add(path + " should be undefined, with a reason, but is " + answer);
            }
        } else if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                compare(path + "/" + field.getKey(), field.getValue(), answer.get(field.getKey()), differences);
            }
        } else if (expected.isArray()) {
            compareLists(path, expected, answer, differences);
        } else if (!same(expected, answer)) {
            differences.add(path + " should be " + expected + ", but is " + answer);
        }
    }

    private static void compareLists(String path, JsonNode expected, JsonNode answer, List<String> differences) {
        if (expected.size() != answer.size()) {
            differences.add(path + " should have " + expected.size() + " elements, but has " + answer.size());
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            compare(path + "/" + i, expected.get(i), answer.get(i), differences);
        }
    }

    private static boolean same(JsonNode expected, JsonNode answer) {
        if (expected.isIntegralNumber() && answer.isIntegralNumber() || !expected.isNumber() || !answer.isNumber()) {
            return expected.equals(answer)
                    || expected.isIntegralNumber()
                            && answer.isIntegralNumber()
                            && expected.longValue() == answer.longValue();
        }
        double distance = Math.abs(expected.doubleValue() - answer.doubleValue());
        return distance <= RELATIVE * Math.abs(expected.doubleValue());
    }
}
