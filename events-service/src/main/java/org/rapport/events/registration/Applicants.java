package org.rapport.events.registration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.rapport.events.Visibility;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.security.Caller;

/** What participants may do by themselves: apply, withdraw, and apply again. The rest is the organisers'. */
@ApplicationScoped
class Applicants {

    private final Caller caller;
    private final Visibility visibility;

    Applicants(Caller caller, Visibility visibility) {
        this.caller = caller;
        this.visibility = visibility;
    }

    void requireMayCreate(RegistrationRequest request) {
        if (isApplicant() && request != null) {
            UUID participant = request.participantId();
            boolean isApplication = request.status() == RegistrationStatus.APPLIED
                    && request.registeredAt() == null
                    && request.incentive() == null;
            if (participant == null || !visibility.isSelf(participant) || !isApplication) {
                throw Problems.forbidden("Participants apply for themselves, and leave the rest to the organisers");
            }
        }
    }

    void requireMayChange(Registration registration, JsonNode patch) {
        if (isApplicant()) {
            String status =
                    patch != null && patch.size() == 1 ? patch.path("status").asText() : "";
            boolean isWithdrawal = status.equals(RegistrationStatus.WITHDRAWN.name());
            boolean isApplication = status.equals(RegistrationStatus.APPLIED.name())
                    && registration.status() == RegistrationStatus.WITHDRAWN;
            if (!isWithdrawal && !isApplication) {
                throw Problems.forbidden("Participants withdraw, or apply again, and leave the rest to the organisers");
            }
        }
    }

    private boolean isApplicant() {
        return caller.confinedToParticipant().isPresent();
    }
}
