/**
 * Mail to participants: what exchanges-service asks to be sent, the queue it waits in, and what became of it. Depends on
 * participants only.
 */
package org.rapport.participants.mail;
