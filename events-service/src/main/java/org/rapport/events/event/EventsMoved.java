package org.rapport.events.event;

import java.util.Map;
import java.util.UUID;

/** Told within the service, in the transaction in which it happened: events take place at other times. */
public record EventsMoved(Map<UUID, Shift> shifts) {}
