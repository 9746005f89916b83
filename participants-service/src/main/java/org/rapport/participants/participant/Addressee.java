package org.rapport.participants.participant;

/**
 * Somebody as mail to them needs it.
 *
 * @param language as they have it, or null
 */
public record Addressee(String email, String givenName, String language) {}
