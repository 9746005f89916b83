package org.rapport.participants.matching;

/** Why a match has its place. */
enum Reason {
    SAME_TOPIC,
    /** The match is on a topic beneath. */
    NARROWER_TOPIC,
    /** The match is on a topic above. */
    BROADER_TOPIC,
    SAME_KIND,
    /** The two participants have a language in common. */
    SAME_LANGUAGE
}
