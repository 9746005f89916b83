package org.rapport.reporting.projection;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.consuming.ConsumerState;

/**
 * How the read model stands.
 *
 * @param leading whether this instance of the service applies the events; of several, one does
 * @param healthy whether nothing keeps it from applying
 * @param complete false while a rebuild has not come as far as the read model had been before
 * @param lag events not applied yet, as this instance sees it
 */
record ProjectionResponse(
        @Schema(examples = "read-model") String name,
        boolean leading,
        boolean healthy,
        boolean complete,
        @Schema(examples = "0") long lag,
        @Schema(examples = "0") long deadLetters,
        List<Partition> partitions) {

    /** Where the consumer is in a partition. */
    record Partition(
            @Schema(examples = "rapport.events.v1") String topic,
            @Schema(examples = "3") int partition,
            @Schema(examples = "4711") long nextOffset,
            @Schema(examples = "4711") long endOffset) {}

    static ProjectionResponse from(ConsumerState state, boolean complete, long deadLetters) {
        return new ProjectionResponse(
                state.name(),
                state.leading(),
                state.lastError() == null,
                complete,
                state.lag(),
                deadLetters,
                state.partitions().stream()
                        .map(held -> new Partition(held.topic(), held.partition(), held.nextOffset(), held.endOffset()))
                        .toList());
    }
}
