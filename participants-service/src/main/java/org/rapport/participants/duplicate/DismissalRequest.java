package org.rapport.participants.duplicate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two participants who look like one person and are not. */
@Schema(examples = """
                {"participantIds": ["0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f"]}""")
record DismissalRequest(@NotNull @Size(min = 2, max = 2) List<@NotNull UUID> participantIds) {}
