package org.rapport.kit.exclusive;

/** What a change leaves to be done afterwards, because it is too much for a request or comes from elsewhere. */
public interface Chore {

    /** Does some of it in a transaction of its own; false if there was nothing to do. */
    boolean doSome();
}
