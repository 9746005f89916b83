package org.rapport.events.event;

/** What kind of meeting an event is. */
public enum EventFormat {
    CONFERENCE,
    WORKSHOP,
    TRAINING,
    PEER_EXCHANGE,
    STUDY_VISIT,
    MEETING
}
