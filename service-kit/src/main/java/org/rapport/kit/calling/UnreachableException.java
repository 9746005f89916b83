package org.rapport.kit.calling;

/** A service that did not answer, or not with what it was asked for. The message says so without saying where it is. */
public class UnreachableException extends Exception {

    private static final long serialVersionUID = 1;

    UnreachableException(String message) {
        super(message);
    }
}
