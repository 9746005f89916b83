package org.rapport.exchanges.outcome;

/** How far an outcome goes, after Kirkpatrick: what somebody thought of it, learnt, did otherwise, and what came of that. */
public enum OutcomeLevel {
    REACTION,
    LEARNING,
    BEHAVIOUR,
    RESULTS
}
