package org.rapport.kit.consuming;

/** An event that will never be readable, however often it is tried. The message is kept with the dead letter. */
public class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableEventException(String message) {
        super(message);
    }
}
