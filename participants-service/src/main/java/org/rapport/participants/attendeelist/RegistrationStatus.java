package org.rapport.participants.attendeelist;

/** Where a registration stands, in the words of events-service. Of several tickets of one person the first counts. */
enum RegistrationStatus {
    CONFIRMED,
    WAITLISTED,
    APPLIED,
    REJECTED,
    WITHDRAWN,
    CANCELLED
}
