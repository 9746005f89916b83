package org.rapport.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/** The published JSON Schemas of domain events. */
final class Contract {

    private static final String BASE = "https://rapport.dev/contracts/";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(BASE, "classpath:contracts/")));

    private Contract() {}

    /** In what the data differ from the schema of their type. */
    static Set<ValidationMessage> errors(String type, JsonNode data) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema schema = FACTORY.getSchema(SchemaLocation.of(BASE + "schemas/" + type + ".json"), config);
        return schema.validate(data);
    }
}
