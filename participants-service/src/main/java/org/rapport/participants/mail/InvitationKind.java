package org.rapport.participants.mail;

/** Whether somebody is asked for the first time. */
public enum InvitationKind {
    INVITATION,
    REMINDER
}
