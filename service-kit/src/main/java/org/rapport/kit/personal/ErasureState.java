package org.rapport.kit.personal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Map;

/**
 * How far an erasure has come in a service. A newer service may tell more.
 *
 * @param done whether nothing on the person is left in its database
 * @param at since when, if that is known
 * @param erased how many of each collection were erased, if that is known
 * @param pendingTombstones how many keys Kafka will drop later
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ErasureState(boolean done, Instant at, Map<String, Integer> erased, long pendingTombstones) {}
