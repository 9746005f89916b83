package org.rapport.participants.participant;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who turned out to be the same person. */
@Schema(examples = "{\"duplicateId\": \"0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f\"}")
record MergeRequest(@NotNull UUID duplicateId) {}
