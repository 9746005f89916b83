package org.rapport.participants.duplicate;

import java.util.ArrayList;
import java.util.List;

/**
 * How much two records have in common.
 *
 * @param name similarity of the names by their trigrams, from 0 to 1
 * @param sameMailbox whether their e-mail addresses reach the same person, as far as an address tells
 * @param sameLocalPart whether what is before the at sign is the same, at whatever provider
 * @param sharedOrganisation whether they are or were with the same organisation
 * @param differentOrcids whether both have an ORCID iD; it is never the same one
 */
record Likeness(
        double name, boolean sameMailbox, boolean sameLocalPart, boolean sharedOrganisation, boolean differentOrcids) {

    /** Below this two names have nothing to do with each other. */
    static final double UNLIKE = 0.4;

    private static final double NAME = 0.85;
    private static final double MAILBOX = 0.9;
    private static final double LOCAL_PART = 0.4;
    private static final double ORGANISATION = 0.25;
    private static final double ORCIDS_DIFFER = 0.1;

    /** Why two records look like one person, or do not. */
    enum Reason {
        NAME,
        SAME_MAILBOX,
        SAME_LOCAL_PART,
        SHARED_ORGANISATION,
        DIFFERENT_ORCIDS
    }

    /**
     * From 0 to 1: the chance that at least one of the signs is right, if each were right as often as its weight says and
     * independently of the others; a tenth of that where two ORCID iDs speak against it. For the order of a list, not for
     * a decision.
     */
    double score() {
        double unlikely = 1 - NAME * Math.max(0, (name - UNLIKE) / (1 - UNLIKE));
        unlikely *= sameMailbox ? 1 - MAILBOX : sameLocalPart ? 1 - LOCAL_PART : 1;
        unlikely *= sharedOrganisation ? 1 - ORGANISATION : 1;
        double score = 1 - unlikely;
        return differentOrcids ? score * ORCIDS_DIFFER : score;
    }

    List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        if (name > UNLIKE) {
            reasons.add(Reason.NAME);
        }
        if (sameMailbox) {
            reasons.add(Reason.SAME_MAILBOX);
        } else if (sameLocalPart) {
            reasons.add(Reason.SAME_LOCAL_PART);
        }
        if (sharedOrganisation) {
            reasons.add(Reason.SHARED_ORGANISATION);
        }
        if (differentOrcids) {
            reasons.add(Reason.DIFFERENT_ORCIDS);
        }
        return reasons;
    }
}
