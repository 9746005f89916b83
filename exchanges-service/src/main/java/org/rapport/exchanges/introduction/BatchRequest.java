package org.rapport.exchanges.introduction;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several introductions at once, such as those that were suggested for an event. */
@Schema(examples = """
                {"introductions": [{"participantAId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "participantBId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0", "eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "topic": "T05", "reason": "SAME_TOPIC"}]}""")
public record BatchRequest(@NotEmpty @Size(max = 500) List<@NotNull IntroductionRequest> introductions) {}
