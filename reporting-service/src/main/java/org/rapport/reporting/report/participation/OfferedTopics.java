package org.rapport.reporting.report.participation;

/** Which topics the attendees of each event offered, and which of them more than one did: a bit or two for each. */
final class OfferedTopics {

    /** A bit for each topic that is offered, and as many words later one for each that several offer; null if there is none. */
    private final long[][] bits;

    private final int words;

    /** @param topics above all numbers of topics that are offered */
    OfferedTopics(int events, int topics) {
        bits = new long[events][];
        words = (topics + Long.SIZE - 1) / Long.SIZE;
    }

    /** Adds what one attendee offers, once. */
    void add(int event, int topic) {
        if (bits[event] == null) {
            bits[event] = new long[2 * words];
        }
        long[] offered = bits[event];
        int word = topic / Long.SIZE;
        offered[words + word] |= offered[word] & 1L << topic;
        offered[word] |= 1L << topic;
    }

    /** Whether somebody offers it, other than the one whose offers are given. */
    boolean byAnother(int event, int topic, Offers own) {
        int word = topic / Long.SIZE;
        return bits[event] != null
                && word < words
                && ((bits[event][words + word] >>> topic & 1) == 1
                        || (bits[event][word] >>> topic & 1) == 1 && !own.has(topic, event));
    }
}
