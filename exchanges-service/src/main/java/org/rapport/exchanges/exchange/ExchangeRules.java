package org.rapport.exchanges.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rapport.kit.validation.Errors;

/** What can be seen wrong with an exchange without knowing anything else. */
final class ExchangeRules {

    private ExchangeRules() {}

    static void check(ExchangeRequest request, Errors errors) {
        if (request.participantAId().equals(request.participantBId())) {
            errors.add("/participantBId", "SAME_PARTICIPANT", "An exchange is between two different participants");
        }
        if (request.initiatedBy() != null && !request.pair().contains(request.initiatedBy())) {
            errors.add("/initiatedBy", "NOT_OF_PAIR", "Must be one of the two participants");
        }
        if (request.reportedBy() != null && !request.pair().contains(request.reportedBy())) {
            errors.add("/reportedBy", "NOT_OF_PAIR", "Must be one of the two participants");
        }
        checkNotInFuture("/startedAt", request.startedAt(), errors);
        checkNotInFuture("/typeSince", request.typeSince(), errors);
        for (int i = 0; i < request.confirmations().size(); i++) {
            Confirmation said = request.confirmations().get(i);
            String pointer = "/confirmations/" + i;
            if (!request.pair().contains(said.participantId())) {
                errors.add(pointer + "/participantId", "NOT_OF_PAIR", "Must be one of the two participants");
            }
            checkNotInFuture(pointer + "/at", said.at(), errors);
        }
    }

    /** With a day's grace, since dates in files may be ahead of ours. */
    static void checkNotInFuture(String pointer, Instant time, Errors errors) {
        if (time != null && time.isAfter(Instant.now().plus(1, ChronoUnit.DAYS))) {
            String field = pointer.substring(pointer.lastIndexOf('/') + 1);
            String code =
                    switch (field) {
                        case "startedAt" -> "STARTED_IN_FUTURE";
                        case "typeSince" -> "TYPE_SINCE_IN_FUTURE";
                        default -> "ANSWERED_IN_FUTURE";
                    };
            errors.add(pointer, code, "Must not be in the future");
        }
    }
}
