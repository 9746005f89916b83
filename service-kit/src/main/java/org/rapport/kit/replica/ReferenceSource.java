package org.rapport.kit.replica;

import java.util.Collection;
import java.util.UUID;

/** Answers for one kind of thing that this service owns and others refer to. */
public interface ReferenceSource {

    /** The kind, as types of events name it. */
    String kind();

    /** Those of the ids that may be referred to. */
    Collection<UUID> known(Collection<UUID> ids);
}
