package org.rapport.reporting.report;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A report as those get it who aren't analysts. Hiding small cells makes one answer safe; this is for those who compare
 * answers: counts (whole numbers of type long) are told to the nearest multiple of what is few, all else to two digits, in
 * words as in numbers, so that the difference of two answers is of no one in particular.
 */
record CoarseReport(@JsonValue JsonNode content) implements CsvReport {

    private static final MathContext TWO_DIGITS = new MathContext(2);

    /** What the caller asked for, and numbers that are of nobody. */
    private static final Set<String> AS_IT_IS = Set.of("parameters", "suppression", "seed", "time", "level");

    /** Moments of single encounters. */
    private static final Set<String> OF_ONE = Set.of("firstMetAt", "lastEndsAt");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.:-])\\d+(\\.\\d+)?(?![\\w:-]|\\.\\d)");

    static CoarseReport of(JsonNode exact, Disclosure disclosure) {
        JsonNode coarse = coarse("", exact, disclosure);
        if (coarse.get("warnings") instanceof ArrayNode warnings) {
            warnings.add("Counts are rounded to multiples of " + disclosure.below()
                    + ", what is computed from them follows the rounded ones, and no other number has more than two digits:"
                    + " sums may be off by a few");
        }
        return new CoarseReport(coarse);
    }

    private static JsonNode coarse(String name, JsonNode node, Disclosure disclosure) {
        if (AS_IT_IS.contains(name)) {
            return node;
        } else if (OF_ONE.contains(name)) {
            return NullNode.instance;
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                field.setValue(coarse(field.getKey(), field.getValue(), disclosure));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, coarse(name, array.get(i), disclosure));
            }
        } else if (node.isLong()) {
            return LongNode.valueOf(
                    name.endsWith("Seconds")
                            ? (long) twoDigits(node.longValue())
                            : disclosure.rounded(node.longValue()));
        } else if (node.isDouble()) {
            return DoubleNode.valueOf(twoDigits(node.doubleValue()));
        } else if (node.isTextual() && name.equals("warnings")) {
            return TextNode.valueOf(NUMBER.matcher(node.textValue()).replaceAll(number -> coarse(number, disclosure)));
        }
        return node;
    }

    private static String coarse(MatchResult number, Disclosure disclosure) {
        if (number.group(1) != null) {
            return new BigDecimal(number.group()).round(TWO_DIGITS).toPlainString();
        }
        long whole = Long.parseLong(number.group());
        return Long.toString(whole < disclosure.below() ? whole : disclosure.rounded(whole));
    }

    private static double twoDigits(double number) {
        return BigDecimal.valueOf(number).round(TWO_DIGITS).doubleValue();
    }
}
