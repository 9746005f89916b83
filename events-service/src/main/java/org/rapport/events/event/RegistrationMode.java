package org.rapport.events.event;

/** How one comes to have a place at an event. */
public enum RegistrationMode {
    /** Organisers register people; the event is seen by those only. */
    INVITATION,
    /** Participants apply, and organisers decide. */
    APPROVAL,
    /** Whoever applies has a place, for as long as there are any. */
    OPEN
}
