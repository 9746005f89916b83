package org.rapport.events;

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
                "registration_unique",
                new FieldError("/participantId", "ALREADY_REGISTERED", "The participant has a registration already"),
                "attendance_unique",
                new FieldError("/participantId", "ALREADY_RECORDED", "This attendance is recorded already"),
                "encounter_unique",
                new FieldError("/metAt", "ALREADY_RECORDED", "This encounter is recorded already"),
                "allocation_unique",
                new FieldError(
                        "/participantId", "ALREADY_ALLOCATED", "The participant is to be in this session already"),
                "commitment_unique",
                new FieldError("/counterpartId", "ALREADY_RECORDED", "This commitment is recorded already"),
                "check_in_once",
                new FieldError("/nonce", "NONCE_REUSED", "The device has used this nonce for another scan")));
    }
}
