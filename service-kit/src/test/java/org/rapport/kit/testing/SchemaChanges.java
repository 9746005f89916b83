package org.rapport.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds what has changed in a JSON Schema so that whoever relies on it breaks. */
final class SchemaChanges {

    /** What a schema is relied on for. */
    enum Use {
        /** To be sent: it must take all that it took, and ask for no more. */
        REQUEST,
        /** To be read: it must give all that it gave. */
        RESPONSE,
        /** To be read, also long after it was written: both. */
        EVENT
    }

    /** These say something to people, and are no promise. */
    private static final Set<String> WORDS = Set.of(
            "title", "description", "example", "examples", "default", "deprecated", "$id", "$schema", "$comment");

    private static final Set<String> COMPARED_ONE_BY_ONE =
            Set.of("$ref", "$defs", "type", "enum", "const", "required", "properties", "items");

    private final JsonNode rootBefore;
    private final JsonNode rootNow;
    private final Consumer<String> breaks;
    private final Set<String> compared = new HashSet<>();

    /**
     * Compares schemas of two documents.
     *
     * @param breaks is told what breaks, in words
     */
    SchemaChanges(JsonNode rootBefore, JsonNode rootNow, Consumer<String> breaks) {
        this.rootBefore = rootBefore;
        this.rootNow = rootNow;
        this.breaks = breaks;
    }

    void compare(Use use, String where, JsonNode referenceBefore, JsonNode referenceNow) {
        String pair = use + " " + referenceBefore.path("$ref").asText() + " "
                + referenceNow.path("$ref").asText();
        if (referenceBefore.has("$ref") && !compared.add(pair)) {
            return;
        }
        JsonNode before = resolved(rootBefore, referenceBefore);
        JsonNode now = resolved(rootNow, referenceNow);
        compareTypes(use, where, before, now);
        compareValues(use, where, before, now);
        compareRequired(use, where, before, now);
        before.path("properties").properties().forEach(property -> {
            JsonNode propertyNow = now.path("properties").get(property.getKey());
            if (propertyNow == null) {
                breaks.accept(where + " has no '" + property.getKey() + "' any more");
            } else {
                compare(use, where + "/" + property.getKey(), property.getValue(), propertyNow);
            }
        });
        if (before.has("items") && now.has("items")) {
            compare(use, where + "/[]", before.path("items"), now.path("items"));
        }
        compareTheRest(use, where, before, now);
    }

    private void compareTypes(Use use, String where, JsonNode before, JsonNode now) {
        Set<String> typesBefore = texts(before.path("type"));
        Set<String> typesNow = texts(now.path("type"));
        boolean takesLess = !typesNow.isEmpty() && (typesBefore.isEmpty() || !typesNow.containsAll(typesBefore));
        boolean givesMore = !typesBefore.isEmpty() && (typesNow.isEmpty() || !typesBefore.containsAll(typesNow));
        if (use != Use.RESPONSE && takesLess || use != Use.REQUEST && givesMore) {
            breaks.accept(where + " was " + typesBefore + " and is " + typesNow);
        }
    }

    /** Further values may come to an API: its clients are told to expect that. Consumers of events are not. */
    private void compareValues(Use use, String where, JsonNode before, JsonNode now) {
        Set<String> gone = values(before);
        Set<String> further = values(now);
        boolean wereFree = gone.isEmpty() && !further.isEmpty();
        boolean areFree = further.isEmpty() && use == Use.REQUEST;
        gone.removeAll(values(now));
        further.removeAll(values(before));
        if (!gone.isEmpty() && !areFree) {
            breaks.accept(where + " is never " + gone + " any more");
        }
        if (wereFree) {
            breaks.accept(where + " is now one of " + further);
        } else if (use == Use.EVENT && !further.isEmpty()) {
            breaks.accept(where + " may now be " + further);
        }
    }

    private void compareRequired(Use use, String where, JsonNode before, JsonNode now) {
        Set<String> demanded = texts(now.path("required"));
        demanded.removeAll(texts(before.path("required")));
        if (use != Use.RESPONSE && !demanded.isEmpty()) {
            breaks.accept(where + " now needs " + demanded);
        }
        Set<String> uncertain = texts(before.path("required"));
        uncertain.removeAll(texts(now.path("required")));
        if (use != Use.REQUEST && !uncertain.isEmpty()) {
            breaks.accept(where + " may now lack " + uncertain);
        }
    }

    /** Bounds, patterns, formats and whatever else is said: a change breaks unless it is surely harmless. */
    private void compareTheRest(Use use, String where, JsonNode before, JsonNode now) {
        Set<String> keywords = new TreeSet<>();
        Stream.of(before, now).forEach(schema -> schema.fieldNames().forEachRemaining(keywords::add));
        keywords.removeAll(WORDS);
        keywords.removeAll(COMPARED_ONE_BY_ONE);
        for (String keyword : keywords) {
            JsonNode valueBefore = before.path(keyword);
            JsonNode valueNow = now.path(keyword);
            if (valueBefore.isObject() && valueNow.isObject()) {
                compare(use, where + "/" + keyword, valueBefore, valueNow);
                continue;
            }
            boolean harmless =
                    switch (use) {
                        case REQUEST -> valueNow.isMissingNode() || isLoosened(keyword, valueBefore, valueNow);
                        case RESPONSE -> valueBefore.isMissingNode();
                        case EVENT -> false;
                    };
            if (!valueBefore.equals(valueNow) && !harmless) {
                breaks.accept(where + ": " + keyword + " was " + said(valueBefore) + " and is " + said(valueNow));
            }
        }
    }

    private static boolean isLoosened(String bound, JsonNode before, JsonNode now) {
        if (!before.isNumber() || !now.isNumber()) {
            return false;
        }
        return bound.startsWith("max") && now.asDouble() >= before.asDouble()
                || bound.startsWith("min") && now.asDouble() <= before.asDouble();
    }

    private static String said(JsonNode value) {
        return value.isMissingNode() ? "open" : value.toString();
    }

    /** What a reference stands for, with what is said beside it. */
    static JsonNode resolved(JsonNode root, JsonNode node) {
        if (!node.path("$ref").isTextual()) {
            return node;
        }
        JsonNode target = resolved(root, root.at(node.path("$ref").asText().substring(1)));
        ObjectNode whole = target.deepCopy();
        node.properties().forEach(said -> whole.set(said.getKey(), said.getValue()));
        whole.remove("$ref");
        return whole;
    }

    private static Set<String> values(JsonNode schema) {
        return schema.has("const") ? texts(schema.path("const")) : texts(schema.path("enum"));
    }

    private static Set<String> texts(JsonNode oneOrMore) {
        if (oneOrMore.isMissingNode()) {
            return new TreeSet<>();
        }
        Iterable<JsonNode> all = oneOrMore.isArray() ? oneOrMore : List.of(oneOrMore);
        return StreamSupport.stream(all.spliterator(), false)
                .map(JsonNode::asText)
                .collect(TreeSet::new, Set::add, Set::addAll);
    }
}
