package org.rapport.local;

import java.util.Locale;

/** What can be imported, in the order in which one refers to another, with the service that owns it. */
enum Collection {
    ORGANISATIONS(Service.PARTICIPANTS),
    TOPICS(Service.PARTICIPANTS),
    PARTICIPANTS(Service.PARTICIPANTS),
    NEEDS(Service.PARTICIPANTS),
    OFFERS(Service.PARTICIPANTS),
    PROGRAMMES(Service.EVENTS),
    PROJECTS(Service.EVENTS),
    EVENTS(Service.EVENTS),
    SESSIONS(Service.EVENTS),
    REGISTRATIONS(Service.EVENTS),
    ALLOCATIONS(Service.EVENTS),
    ATTENDANCES(Service.EVENTS),
    ENCOUNTERS(Service.EVENTS),
    COMMITMENTS(Service.EVENTS),
    INTRODUCTIONS(Service.EXCHANGES),
    EXCHANGES(Service.EXCHANGES),
    OUTCOMES(Service.EXCHANGES),
    COMMUNITY_ACTIVITIES(Service.EXCHANGES),
    FOLLOW_UP_ANSWERS(Service.EXCHANGES);

    private final Service owner;

    Collection(Service owner) {
        this.owner = owner;
    }

    Service owner() {
        return owner;
    }

    /** Its name in URLs and of its file. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
