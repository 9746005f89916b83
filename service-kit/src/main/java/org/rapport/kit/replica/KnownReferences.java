package org.rapport.kit.replica;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Those of the ids asked for that exist. A newer owner may tell more. */
@JsonIgnoreProperties(ignoreUnknown = true)
record KnownReferences(List<UUID> known) {
    KnownReferences {
        Objects.requireNonNull(known);
    }
}
