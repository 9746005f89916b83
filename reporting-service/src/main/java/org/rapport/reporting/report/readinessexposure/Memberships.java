package org.rapport.reporting.report.readinessexposure;

import java.util.BitSet;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;

/**
 * What is known of those who were to be at events, by the places of their records: a few numbers each.
 *
 * @param followed who consents and could be followed for the whole window
 * @param topics of what is both needed and offered at an event: twice the number of each that somebody needs, and one more
 *     for each that somebody offers
 * @param sessions at which somebody was
 * @param randomised sessions to which chance allocated somebody, wherever they went
 */
record Memberships(
        Records records,
        NumberedEvents events,
        BitSet followed,
        IntLists topics,
        IntLists sessions,
        IntLists randomised) {

    boolean exposed(int at) {
        return records.attended(at) && !events.isCancelled(records.event(at));
    }

    boolean canMatch(int at) {
        return !topics.isEmpty(at);
    }

    /** Whether one of two needs what the other offers. */
    boolean match(int one, int other) {
        for (int i = topics.from(one); i < topics.to(one); i++) {
            for (int j = topics.from(other); j < topics.to(other); j++) {
                if ((topics.at(i) ^ topics.at(j)) == 1) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean bothExposed(int one, int other) {
        return exposed(one) && exposed(other);
    }

    /** The cell of a pair that had no exchange. */
    int cell(int one, int other) {
        return Tallies.cell(match(one, other), bothExposed(one, other), false);
    }

    boolean sameSession(int one, int other) {
        return sessions.overlap(one, other);
    }

    /** What pairs two people form, had they no exchange. */
    Tallies pairsOf(int a, int b) {
        Tallies pairs = new Tallies();
        records.sameEvents(a, b, (one, other) -> {
            if (followed.get(one) && followed.get(other)) {
                pairs.add(cell(one, other), 1);
            }
        });
        return pairs;
    }
}
