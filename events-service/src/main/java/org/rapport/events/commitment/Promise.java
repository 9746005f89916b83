package org.rapport.events.commitment;

/** What somebody promises: an exchange of this type, so that it can be seen whether one followed. */
public enum Promise {
    CONTACT,
    ADVICE,
    RESOURCE,
    JOINT_ACTIVITY,
    JOINT_PRODUCT,
    FUNDING,
    AGREEMENT
}
