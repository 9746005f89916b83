package org.rapport.events.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client says of a programme. */
@Schema(examples = """
                {"title": "Evidence Lab"}""")
public record ProgrammeRequest(@NotBlank @Size(max = 300) String title) {

    static ProgrammeRequest from(Programme programme) {
        return new ProgrammeRequest(programme.title());
    }
}
