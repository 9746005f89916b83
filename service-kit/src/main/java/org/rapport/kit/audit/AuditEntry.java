package org.rapport.kit.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of one thing.
 *
 * @param changes the fields that were changed, with their values before and after, where the two could be compared
 */
@Schema(examples = """
                {"id": 4711, "time": "2026-03-01T09:00:00Z", "actor": "ana", "roles": ["organiser"], "kind": "participant",
                 "action": "changed", "aggregateId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "version": 3,
                 "changes": [{"field": "country", "old": "PE", "new": "BO"}]}""")
public record AuditEntry(
        long id,
        Instant time,

        @Schema(description = "The token's subject; a participant's id if one acted, a service's name if it did")
        String actor,

        List<String> roles,
        String kind,
        String action,
        UUID aggregateId,
        long version,

        @JsonRawValue
        @Schema(
                type = SchemaType.ARRAY,
                implementation = FieldChange.class,
                description = "Null if nothing could be compared, as with what is new")
        String changes) {

    /** A field before and after; without both where an erasure has taken them out. */
    record FieldChange(
            String field, Object old, @Schema(name = "new") Object now) {}
}
