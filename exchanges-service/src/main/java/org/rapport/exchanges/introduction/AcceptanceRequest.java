package org.rapport.exchanges.introduction;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one of the two says of being introduced.
 *
 * @param participantId who says so; a participant may leave it out
 */
@Schema(examples = "{\"participantId\": \"0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0\", \"answer\": \"ACCEPTED\"}")
public record AcceptanceRequest(UUID participantId, @NotNull Acceptance answer) {}
