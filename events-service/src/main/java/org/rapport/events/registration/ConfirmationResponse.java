package org.rapport.events.registration;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.problem.FieldError;

/** What became of each that was to be confirmed, in the order of the request. */
@Schema(examples = """
                {"items": [{"id": "0198c1a5-9e30-7c52-a3f4-5b6c7d8e9fa0", "status": "CONFIRMED"},
                 {"id": "0198c1a5-9e30-7c53-a3f4-5b6c7d8e9fa1", "status": "WAITLISTED", "queuePlace": 1},
                 {"id": "0198c1a5-9e30-7c54-a3f4-5b6c7d8e9fa2", "code": "NOT_FOUND", "detail": "There is no such registration"}]}""")
record ConfirmationResponse(List<Item> items) {

    /**
     * One of them.
     *
     * @param status that it has now; null if it is not there
     * @param queuePlace its place in the queue, if it waits
     * @param code why it was not confirmed, if that failed
     * @param detail the same for people
     */
    @Schema(name = "ConfirmationItem")
    record Item(UUID id, RegistrationStatus status, Long queuePlace, String code, String detail) {

        static Item of(UUID id, Registration registration, Long queuePlace, FieldError refusal) {
            return new Item(
                    id,
                    registration == null ? null : registration.status(),
                    queuePlace,
                    refusal == null ? null : refusal.code(),
                    refusal == null ? null : refusal.detail());
        }
    }
}
