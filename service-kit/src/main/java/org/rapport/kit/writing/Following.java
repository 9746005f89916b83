package org.rapport.kit.writing;

import java.util.List;
import java.util.UUID;

/** Holds the names of things that may end: that were erased, or merged into another of their kind. */
public interface Following {

    /** What it holds, as in the address. */
    String collection();

    /** All that there is with the name of this thing on it, as clients see it. */
    List<Object> naming(String kind, UUID id);

    /**
     * Follows the end of a thing, in a transaction that keeps everybody else from naming it.
     *
     * @param successor what it was merged into; null if it was erased
     * @return how much had to go
     */
    int follow(String kind, UUID ended, UUID successor);
}
