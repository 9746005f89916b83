package org.rapport.participants.mail;

/** What became of a mail. */
public enum InvitationStatus {
    QUEUED,
    SENT,
    /** The mail server says that there is no such address. */
    BOUNCED,
    /** There is no address to send it to, or no consent to. */
    REFUSED,
    /** Could not be sent as long as it had a meaning. */
    EXPIRED
}
