package org.rapport.kit.replica;

import java.util.List;
import java.util.UUID;

/** Those of the ids asked for that exist. */
record KnownReferences(List<UUID> known) {}
