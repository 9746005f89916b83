package org.rapport.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;

/** JSON Merge Patch (RFC 7396) on request records, so that a changed resource passes the same checks as a new one. */
@ApplicationScoped
public class MergePatch {

    private final ObjectMapper mapper;

    public MergePatch(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What the client may write, as it is now, with the patch applied. */
    @SuppressWarnings("unchecked")
    public <R> R apply(R current, JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            throw Problems.of(ProblemType.MALFORMED_REQUEST, "A merge patch of a resource is a JSON object");
        }
        ObjectNode merged = merge(mapper.valueToTree(current), patch);
        try {
            return (R) mapper.treeToValue(merged, current.getClass());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value.isObject() && target.get(field.getKey()) instanceof ObjectNode inner) {
                merge(inner, value);
            } else {
                target.set(field.getKey(), value);
            }
        });
        return target;
    }
}
