package org.rapport.events.registration;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to confirm, in this order. */
@Schema(examples = """
                {"ids": ["0198c1a5-9e30-7c52-a3f4-5b6c7d8e9fa0", "0198c1a5-9e30-7c53-a3f4-5b6c7d8e9fa1"]}""")
record ConfirmationRequest(@NotEmpty @Size(max = 1_000) List<@NotNull UUID> ids) {}
