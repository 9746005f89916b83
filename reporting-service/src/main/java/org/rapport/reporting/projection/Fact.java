package org.rapport.reporting.projection;

import java.util.UUID;

/**
 * What one event says: the state of an aggregate at a version.
 *
 * @param state null when it was erased
 */
record Fact(Kind kind, UUID id, long version, State state) {}
