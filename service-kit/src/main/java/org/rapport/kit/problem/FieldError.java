package org.rapport.kit.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) to the field
 * @param code stable, for programs
 * @param detail for people
 */
public record FieldError(
        @Schema(examples = "/email") String pointer,
        @Schema(examples = "EMAIL_INVALID") String code,
        @Schema(examples = "must be an e-mail address") String detail) {}
