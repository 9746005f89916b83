package org.rapport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How an answer differs from what R computed: counts and words exactly, other numbers to nine significant digits. */
final class Difference {

    private static final double RELATIVE = 1e-9;

    private final List<String> found = new ArrayList<>();

    private Difference() {}

    static List<String> between(JsonNode expected, JsonNode answer) {
        Difference difference = new Difference();
        difference.compare("", expected, answer);
        return difference.found;
    }

    private void compare(String path, JsonNode expected, JsonNode answer) {
        if (answer == null || answer.isMissingNode()) {
            found.add(path + " is missing");
        } else if (path.endsWith("/strata")) {
            compareStrata(path, expected, answer);
        } else if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                if (!field.getKey().equals("reason") && !field.getKey().equals("method")) {
                    compare(path + "/" + field.getKey(), field.getValue(), answer.get(field.getKey()));
                }
            }
        } else if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "/" + i, expected.get(i), answer.get(i));
            }
        } else if (expected.isNumber() && answer.isNumber()) {
            double distance = Math.abs(expected.doubleValue() - answer.doubleValue());
            if (distance > RELATIVE * Math.abs(expected.doubleValue())) {
                found.add(path + " should be " + expected + ", but is " + answer);
            }
        } else if (!expected.equals(answer)) {
            found.add(path + " should be " + expected + ", but is " + answer);
        }
    }

    /** Keys in the files became ids here, so strata are told by their labels. */
    private void compareStrata(String path, JsonNode expected, JsonNode answer) {
        if (expected.size() != answer.size()) {
            found.add(path + " should be " + expected.size() + ", but are " + answer.size());
        }
        for (JsonNode stratum : expected) {
            JsonNode same = null;
            for (JsonNode candidate : answer) {
                if (candidate.path("label").equals(stratum.path("label"))) {
                    same = candidate;
                }
            }
            if (same == null) {
                found.add(path + " lacks " + stratum.path("label"));
                continue;
            }
            for (String part : List.of("table", "relativeRisk", "oddsRatio")) {
                compare(path + "/" + stratum.path("label").asText() + "/" + part, stratum.get(part), same.get(part));
            }
        }
    }
}
