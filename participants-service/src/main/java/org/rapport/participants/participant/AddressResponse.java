package org.rapport.participants.participant;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose addresses are.
 *
 * @param participants in the order of the question; null where nobody who takes part has the address
 */
@Schema(examples = "{\"participants\": [\"0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f\", null]}")
record AddressResponse(List<UUID> participants) {}
