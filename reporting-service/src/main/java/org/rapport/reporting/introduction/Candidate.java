package org.rapport.reporting.introduction;

import java.util.Comparator;
import java.util.List;

/**
 * Two who might be introduced.
 *
 * @param score what speaks for it; see {@link Candidates}
 * @param matches the best in either direction, the better one first
 * @param differentOrganisations whether they are known to belong to different ones
 */
record Candidate(Pair pair, int score, List<Match> matches, boolean differentOrganisations) {

    /** The better one first; of equal ones always the same. */
    static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::pair);
}
