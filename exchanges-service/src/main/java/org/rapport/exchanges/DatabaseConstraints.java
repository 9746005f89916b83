package org.rapport.exchanges;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.rapport.kit.problem.ConstraintMessages;
import org.rapport.kit.problem.FieldError;

/** What the uniqueness constraints of the database mean to a client. */
final class DatabaseConstraints {

    private DatabaseConstraints() {}

    @Produces
    @Unremovable
    @Singleton
    static ConstraintMessages messages() {
        return new ConstraintMessages(Map.of(
                "community_activity_unique",
                new FieldError("/at", "ALREADY_RECORDED", "This activity is recorded already"),
                "community_activity_message",
                new FieldError("/messageId", "ALREADY_RECORDED", "This message is recorded already"),
                "introduction_unique",
                new FieldError("/participantBId", "ALREADY_PROPOSED", "There is such an introduction already"),
                "follow_up_answer_unique",
                new FieldError("/days", "ALREADY_ANSWERED", "The participant has answered this follow-up already")));
    }
}
