package org.rapport.kit.writing;

/** What became of a draft. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
}
