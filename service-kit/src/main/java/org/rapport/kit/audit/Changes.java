package org.rapport.kit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What differs between two requests that describe an aggregate before and after, field by field. */
@ApplicationScoped
public class Changes {

    private final ObjectMapper mapper;

    public Changes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** As JSON: {@code [{"field": ..., "old": ..., "new": ...}]}. */
    public String between(Object before, Object after) {
        JsonNode old = mapper.valueToTree(before);
        JsonNode now = mapper.valueToTree(after);
        ArrayNode changes = mapper.createArrayNode();
        for (Map.Entry<String, JsonNode> field : now.properties()) {
            JsonNode was = old.get(field.getKey());
            if (!field.getValue().equals(was)) {
                ObjectNode change = changes.addObject().put("field", field.getKey());
                change.set("old", was);
                change.set("new", field.getValue());
            }
        }
        return changes.toString();
    }
}
