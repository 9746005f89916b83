package org.rapport.exchanges.followup;

/** Where a follow-up stands. */
public enum FollowUpStatus {
    /** The participant will be asked when it is due. */
    SCHEDULED,
    /** Something is in the way of asking; goes on when that is gone. */
    SUSPENDED,
    /** Asked. */
    SENT,
    /** Mail does not reach the participant; goes on with another address. */
    BOUNCED,
    /** Over without an answer. */
    CLOSED,
    ANSWERED
}
