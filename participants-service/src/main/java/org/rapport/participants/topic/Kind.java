package org.rapport.participants.topic;

/** What a need asks for, or an offer gives, on its topic. */
public enum Kind {
    KNOWLEDGE,
    SKILL,
    DATA,
    FUNDING,
    PARTNER,
    ACCESS,
    TOOL,
    PEER_ADVICE
}
