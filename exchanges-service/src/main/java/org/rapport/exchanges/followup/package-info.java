/**
 * Follow-up after events: whom to ask when, the invitations, and who answered what. May depend on exchanges, which answers
 * tell of.
 */
package org.rapport.exchanges.followup;
