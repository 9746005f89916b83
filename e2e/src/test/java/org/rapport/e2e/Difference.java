package org.rapport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
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
        } else if (expected.has("by") && expected.has("strata")) {
            compareStrata(path + "/strata", expected, answer);
            for (String part : List.of("mantelHaenszel", "cochranMantelHaenszel", "breslowDay")) {
                compare(path + "/" + part, expected.path(part), answer.get(part));
            }
        } else if (expected.has("value") && expected.get("value").isNull()) {
            if (answer.hasNonNull("value") || answer.hasNonNull("pValue") || !answer.hasNonNull("reason")) {
                found.add(path + " should be undefined, with a reason, but is " + answer);
            }
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

    /** Keys in the files became ids here; codes of countries stay what they are. */
    private void compareStrata(String path, JsonNode expected, JsonNode answer) {
        String by = expected.path("by").asText();
        Map<String, JsonNode> strata = new HashMap<>();
        answer.path("strata").forEach(stratum -> strata.put(stratum.path("key").asText(), stratum));
        if (expected.path("strata").size() != strata.size()) {
            found.add(path + " should be " + expected.path("strata").size() + ", but are " + strata.size());
        }
        for (JsonNode stratum : expected.path("strata")) {
            String key = stratum.path("key").asText();
            String id = by.equals("country") ? key : ImportedId.of("world", by + "s", key);
            for (String part : List.of("table", "relativeRisk", "oddsRatio")) {
                JsonNode same = strata.containsKey(id) ? strata.get(id).get(part) : null;
                compare(path + "/" + key + "/" + part, stratum.get(part), same);
            }
        }
    }
}
