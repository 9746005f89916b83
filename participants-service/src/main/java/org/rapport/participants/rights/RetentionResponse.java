package org.rapport.participants.rights;

import java.time.Instant;
import java.util.UUID;

/**
 * That a participant will be erased because nothing may be kept of them any longer.
 *
 * @param announcedAt since when this is announced
 */
record RetentionResponse(UUID participantId, Instant leftAt, Instant announcedAt, Instant erasesAt) {}
