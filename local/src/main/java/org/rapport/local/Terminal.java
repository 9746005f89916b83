package org.rapport.local;

/** Whether somebody watches. */
final class Terminal {

    private Terminal() {}

    /** The script knows; newer JVMs have a console without a terminal, too. */
    static boolean isThere() {
        return Boolean.getBoolean("rapport.terminal");
    }
}
