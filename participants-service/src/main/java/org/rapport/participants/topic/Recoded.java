package org.rapport.participants.topic;

/** A topic has another code, or is part of another topic now: what named the one must name the other. */
public record Recoded(String from, String to) {}
