package org.rapport.participants.topic;

/** A topic so many steps beneath or above another one. */
public record RelatedTopic(String code, int steps, boolean narrower) {}
