package org.rapport.reporting.introduction;

import java.util.Comparator;
import org.rapport.reporting.introduction.Registered.Need;
import org.rapport.reporting.introduction.Registered.Offer;

/** A need that an offer meets: on the same topic. */
record Match(Need need, Offer offer) {

    private static final int SAME_TOPIC = 10;
    private static final int SAME_KIND = 12;
    private static final int UNSTATED_KIND = 6;
    private static final int PER_POINT_OF_READINESS = 2;
    private static final int PER_POINT_OF_URGENCY = 3;

    /** The better one first; of equal ones always the same. */
    static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(Match::points)
            .reversed()
            .thenComparing(match -> match.need().id(), Pair.BY_ID)
            .thenComparing(match -> match.offer().id(), Pair.BY_ID);

    /**
     * 10 for the topic; 2 for each of the 16 points of readiness; 3 for each of the 4 points of urgency, which so counts
     * beyond its part in readiness; 12 if the kinds are the same, 6 if one of them was not stated.
     */
    int points() {
        int kind = isOfSameKind() ? SAME_KIND : need.kind() == null || offer.kind() == null ? UNSTATED_KIND : 0;
        return SAME_TOPIC + PER_POINT_OF_READINESS * need.readiness() + PER_POINT_OF_URGENCY * need.urgency() + kind;
    }

    boolean isOfSameKind() {
        return need.kind() != null && need.kind().equals(offer.kind());
    }
}
