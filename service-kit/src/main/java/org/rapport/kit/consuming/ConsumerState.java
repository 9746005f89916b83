package org.rapport.kit.consuming;

import java.util.List;

/**
 * How a consumer stands.
 *
 * @param leading whether this instance of the service is the one that consumes
 * @param lag events not applied yet, of all partitions
 * @param lastError what keeps it from going on, or null
 */
public record ConsumerState(String name, boolean leading, long lag, List<PartitionState> partitions, String lastError) {

    /** The next offset to apply of a partition, and the end of what is in it. */
    public record PartitionState(String topic, int partition, long nextOffset, long endOffset) {

        long lag() {
            return Math.max(0, endOffset - nextOffset);
        }
    }
}
