package org.rapport.exchanges.exchange;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rapport.exchanges.Visibility;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.security.Caller;

/** What callers may say who are not of the staff: for their own side of an exchange, and for no other. */
@Singleton
class OwnExchanges {

    private final Caller caller;
    private final Visibility visibility;

    OwnExchanges(Caller caller, Visibility visibility) {
        this.caller = caller;
        this.visibility = visibility;
    }

    /** The request as a report of the caller's own side, if they may not report for both. */
    ExchangeRequest reported(ExchangeRequest request) {
        if (request == null || caller.isStaff() || request.pair().size() < 2) {
            return request;
        }
        Set<UUID> own = visibility.speaksFor(request.pair());
        if (own.isEmpty()) {
            throw Problems.invalid("/participantAId", "NOT_YOURS", "One of the two must be yours to speak for");
        }
        UUID reporter =
                request.reportedBy() == null && own.size() == 1 ? own.iterator().next() : request.reportedBy();
        if (reporter == null) {
            throw Problems.invalid("/reportedBy", "REPORTED_BY_REQUIRED", "Say who of the two reports it");
        }
        if (!own.contains(reporter)) {
            throw Problems.invalid("/reportedBy", "NOT_YOURS", "You may not speak for this one of the two");
        }
        if (!request.confirmations().stream().allMatch(said -> said != null && own.contains(said.participantId()))) {
            throw Problems.invalid("/confirmations", "NOT_YOURS", "You may not speak for the other one of the two");
        }
        return request.with(request.typeSince(), reporter, request.confirmations());
    }

    /** Who reported it, and what each said, is not for one of the two to change. */
    void requireMayChange(ExchangeRequest before, ExchangeRequest after) {
        if (!caller.isStaff()
                && !(Objects.equals(before.reportedBy(), after.reportedBy())
                        && before.confirmations().equals(after.confirmations()))) {
            throw Problems.invalid(
                    "/confirmations", "NOT_YOURS", "Answer under /confirmations, each for their own side");
        }
    }
}
