package org.rapport.exchanges.introduction;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;

/** What is wrong with introductions, by what is known of all that they name. */
record IntroductionChecks(
        Set<UUID> unknownParticipants,
        Set<UUID> unknownEvents,
        Set<UUID> unknownNeeds,
        Set<UUID> unknownOffers,
        Set<UUID> notSharing,
        Map<UUID, UUID> holders) {

    void check(Draft<IntroductionRequest> draft) {
        IntroductionRequest request = draft.request();
        Errors errors = draft.errors();
        if (request.participantAId().equals(request.participantBId())) {
            errors.add("/participantBId", "SAME_PARTICIPANT", "An introduction is of two different participants");
        }
        checkPerson("/participantAId", request.participantAId(), request.status(), errors);
        checkPerson("/participantBId", request.participantBId(), request.status(), errors);
        if (unknownEvents.contains(request.eventId())) {
            errors.add("/eventId", "EVENT_UNKNOWN", "There is no such event");
        }
        checkMatch(request, errors);
        checkTimes(request, errors);
        for (int i = 0; i < request.answers().size(); i++) {
            if (!request.pair().contains(request.answers().get(i).participantId())) {
                errors.add("/answers/" + i + "/participantId", "NOT_OF_PAIR", "Must be one of the two participants");
            }
        }
    }

    private void checkPerson(String pointer, UUID participant, IntroductionStatus status, Errors errors) {
        if (unknownParticipants.contains(participant)) {
            errors.add(pointer, "PARTICIPANT_UNKNOWN", "There is no such participant");
        } else if (status.isOpen() && notSharing.contains(participant)) {
            errors.add(pointer, "PROFILE_NOT_SHARED", "Has not consented to be shown to others");
        }
    }

    /** The need is of one of the two, the offer of the other, as far as it is known here whose they are. */
    private void checkMatch(IntroductionRequest request, Errors errors) {
        UUID needs = holders.get(request.needId());
        UUID offers = holders.get(request.offerId());
        if (unknownNeeds.contains(request.needId())) {
            errors.add("/needId", "NEED_UNKNOWN", "There is no such need");
        } else if (needs != null && !request.pair().contains(needs)) {
            errors.add("/needId", "NEED_NOT_OF_PAIR", "Must be a need of one of the two participants");
        }
        if (unknownOffers.contains(request.offerId())) {
            errors.add("/offerId", "OFFER_UNKNOWN", "There is no such offer");
        } else if (offers != null && !request.pair().contains(offers)) {
            errors.add("/offerId", "OFFER_NOT_OF_PAIR", "Must be an offer of one of the two participants");
        } else if (offers != null && Objects.equals(needs, offers)) {
            errors.add("/offerId", "OFFER_OF_WHO_NEEDS", "Must be an offer of the other one of the two");
        }
    }

    private static void checkTimes(IntroductionRequest request, Errors errors) {
        // a day's grace, since dates in files may be ahead of ours
        Instant latest = Instant.now().plus(1, ChronoUnit.DAYS);
        if (request.proposedAt() != null && request.proposedAt().isAfter(latest)) {
            errors.add("/proposedAt", "PROPOSED_IN_FUTURE", "Must not be in the future");
        }
        if (request.metAt() != null && request.metAt().isAfter(latest)) {
            errors.add("/metAt", "MET_IN_FUTURE", "Must not be in the future");
        }
        if (request.metAt() != null && request.status() != IntroductionStatus.MET) {
            errors.add("/metAt", "NOT_MET", "Only those who have met did so at a time");
        }
        if (request.proposedAt() != null
                && request.expiresAt() != null
                && request.expiresAt().isBefore(request.proposedAt())) {
            errors.add("/expiresAt", "EXPIRES_BEFORE_PROPOSED", "Must not be before it was proposed");
        }
    }
}
