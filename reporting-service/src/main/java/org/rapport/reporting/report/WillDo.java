package org.rapport.reporting.report;

/**
 * Ends a reading of the present that would have to read the big tables anew, as an earlier moment will do, of which they are
 * in memory.
 */
public final class WillDo extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Moment moment;

    public WillDo(Moment moment) {
        super("An earlier moment will do", null, false, false);
        this.moment = moment;
    }

    Moment moment() {
        return moment;
    }
}
