package org.rapport.reporting.report.readinessexposure;

/**
 * Two people with an exchange, at an event that both were to be at.
 *
 * @param a the number of the one, as in the records
 * @param atA the place of that one's record of the event
 * @param exchanges how many followed
 * @param met whether they met, or were introduced to each other, there
 * @param priorTie whether they had one before
 */
record ExchangingPair(
        int a,
        int b,
        int atA,
        int atB,
        int exchanges,
        boolean priorTie,
        boolean exposed,
        boolean cancelled,
        boolean matched,
        boolean sameSession,
        boolean met,
        boolean randomised,
        boolean sameRandomised) {}
