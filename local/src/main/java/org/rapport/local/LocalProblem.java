package org.rapport.local;

/** Something that the person at the terminal can put right; the message says how. */
final class LocalProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    LocalProblem(String message) {
        super(message);
    }
}
