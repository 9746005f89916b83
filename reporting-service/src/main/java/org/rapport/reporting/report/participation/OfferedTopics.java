package org.rapport.reporting.report.participation;

import java.util.BitSet;

/** Which topics the attendees of each event offered, and which of them more than one did: a bit or two for each. */
final class OfferedTopics {

    private final BitSet[] offered;
    private final BitSet[] bySeveral;

    OfferedTopics(int events) {
        offered = new BitSet[events];
        bySeveral = new BitSet[events];
    }

    /** Adds all that one attendee offers. */
    void add(int event, BitSet topics) {
        if (offered[event] == null) {
            offered[event] = new BitSet();
            bySeveral[event] = new BitSet();
        }
        BitSet again = (BitSet) topics.clone();
        again.and(offered[event]);
        bySeveral[event].or(again);
        offered[event].or(topics);
    }

    /** Whether somebody offers it, other than the one whose offers are given. */
    boolean byAnother(int event, int topic, Offers own) {
        return offered[event] != null
                && (bySeveral[event].get(topic) || offered[event].get(topic) && !own.has(topic, event));
    }
}
