package org.rapport.participants.topic;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which topic another becomes part of.
 *
 * @param into its code
 */
@Schema(examples = "{\"into\": \"T05\"}")
public record TopicMergeRequest(@NotBlank @Size(max = 50) String into) {}
