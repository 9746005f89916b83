package org.rapport.events.event;

import java.util.UUID;

/** Told within the service, in the transaction in which it happened: an event may have places that it did not have. */
public record PlacesFreed(UUID eventId) {}
