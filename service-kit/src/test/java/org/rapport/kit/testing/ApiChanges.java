package org.rapport.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapport.kit.testing.SchemaChanges.Use;

/** Finds what has changed between two OpenAPI documents so that clients of the one break at the other. */
final class ApiChanges {

    private final JsonNode before;
    private final JsonNode now;
    private final List<String> breaking = new ArrayList<>();
    private final SchemaChanges schemas;

    private ApiChanges(JsonNode before, JsonNode now) {
        this.before = before;
        this.now = now;
        this.schemas = new SchemaChanges(before, now, breaking::add);
    }

    static List<String> breaking(JsonNode before, JsonNode now) {
        ApiChanges changes = new ApiChanges(before, now);
        Map<String, JsonNode> operationsNow = operations(now);
        operations(before).forEach((name, operation) -> {
            if (operationsNow.containsKey(name)) {
                changes.compareOperations(name, operation, operationsNow.get(name));
            } else {
                changes.breaking.add(name + " is gone");
            }
        });
        return changes.breaking;
    }

    private static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> EveryEndpoint.METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.put(
                        entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), entry.getValue())));
        return operations;
    }

    private void compareOperations(String name, JsonNode operationBefore, JsonNode operationNow) {
        String id = operationBefore.path("operationId").asText();
        if (!id.equals(operationNow.path("operationId").asText())) {
            breaking.add(name + " is no longer called '" + id + "', as generated clients call it");
        }
        compareParameters(name, parameters(before, operationBefore), parameters(now, operationNow));
        compareBodies(name, operationBefore.path("requestBody"), operationNow.path("requestBody"));
        operationBefore.path("responses").properties().forEach(response -> {
            String status = response.getKey();
            JsonNode responseNow = operationNow.path("responses").path(status);
            if (!responseNow.isMissingNode()) {
                compareContents(Use.RESPONSE, name + " " + status, response.getValue(), responseNow);
            } else if (status.startsWith("2")) {
                breaking.add(name + " does not answer " + status + " any more");
            }
        });
    }

    private static Map<String, JsonNode> parameters(JsonNode document, JsonNode operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = SchemaChanges.resolved(document, reference);
            String name = parameter.path("in").asText() + " parameter '"
                    + parameter.path("name").asText() + "'";
            parameters.put(name, parameter);
        }
        return parameters;
    }

    private void compareParameters(
            String operation, Map<String, JsonNode> parametersBefore, Map<String, JsonNode> parametersNow) {
        parametersBefore.forEach((name, parameter) -> {
            if (parametersNow.containsKey(name)) {
                JsonNode schemaNow = parametersNow.get(name).path("schema");
                schemas.compare(Use.REQUEST, operation + " " + name, parameter.path("schema"), schemaNow);
            } else {
                breaking.add(operation + " does not take the " + name + " any more");
            }
        });
        parametersNow.forEach((name, parameter) -> {
            JsonNode parameterBefore = parametersBefore.getOrDefault(name, MissingNode.getInstance());
            if (isRequired(parameter) && !isRequired(parameterBefore)) {
                breaking.add(operation + " now needs the " + name);
            }
        });
    }

    private void compareBodies(String operation, JsonNode bodyBefore, JsonNode bodyNow) {
        if (isRequired(bodyNow) && !isRequired(bodyBefore)) {
            breaking.add(operation + " now needs a body");
        }
        compareContents(Use.REQUEST, operation, bodyBefore, bodyNow);
    }

    private void compareContents(Use use, String where, JsonNode messageBefore, JsonNode messageNow) {
        messageBefore.path("content").properties().forEach(media -> {
            JsonNode mediaNow = messageNow.path("content").path(media.getKey());
            if (mediaNow.isMissingNode()) {
                breaking.add(where + " is not " + media.getKey() + " any more");
            } else {
                schemas.compare(use, where, media.getValue().path("schema"), mediaNow.path("schema"));
            }
        });
    }

    private static boolean isRequired(JsonNode parameterOrBody) {
        return parameterOrBody.path("required").asBoolean();
    }
}
