package org.rapport.participants.attendeelist;

/** Where a registration stands, in the words of events-service. Of several tickets of one person the first counts. */
enum RegistrationStatus {
    CONFIRMED,
    APPLIED,
    REJECTED,
    WITHDRAWN,
    CANCELLED
}
