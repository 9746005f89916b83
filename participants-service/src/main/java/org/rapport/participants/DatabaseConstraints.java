package org.rapport.participants;

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
                "participant_email_unique",
                new FieldError("/email", "EMAIL_TAKEN", "Another participant has this e-mail address"),
                "participant_orcid_unique",
                new FieldError("/orcid", "ORCID_TAKEN", "Another participant has this ORCID iD"),
                "topic_code_unique",
                new FieldError("/code", "CODE_TAKEN", "Another topic has this code")));
    }
}
