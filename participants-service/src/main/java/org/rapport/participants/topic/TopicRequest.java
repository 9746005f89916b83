package org.rapport.participants.topic;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client says of a topic. */
@Schema(examples = """
                {"code": "T01", "label": "Evidence synthesis", "broader": "TG1"}""")
public record TopicRequest(
        @NotBlank @Size(max = 50) String code,
        @NotBlank @Size(max = 300) String label,
        @Size(max = 50) String broader) {

    static TopicRequest from(Topic topic) {
        return new TopicRequest(topic.code(), topic.label(), topic.broader());
    }

    TopicRequest beneath(String code) {
        return new TopicRequest(this.code, label, code);
    }
}
