package org.rapport.participants.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Addresses of whom another service wants to know whose they are. */
@Schema(examples = "{\"addresses\": [\"rosa@example.org\", \"nobody@example.org\"]}")
record AddressRequest(@NotNull @Size(max = 500) List<@NotNull @Size(max = 254) String> addresses) {}
