package org.rapport.exchanges.introduction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client says of an introduction.
 *
 * @param eventId where they are to meet
 * @param needId what one of the two needs
 * @param offerId what the other offers
 * @param topic the code of the topic in which they match
 * @param reason a code for why they are introduced
 * @param status PROPOSED if absent
 * @param proposedAt now if absent
 * @param expiresAt ninety days after it was proposed, if absent
 * @param metAt if they met; now if absent
 * @param answers what the two have said
 */
@Schema(examples = """
                {"participantAId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "participantBId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0", "eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "needId": "0198c1a5-a041-7d63-94a5-6c7d8e9fa0b1", "offerId": "0198c1a5-b152-7e74-a5b6-7d8e9fa0b1c2", "topic": "T05", "reason": "SAME_TOPIC"}""")
public record IntroductionRequest(
        @NotNull UUID participantAId,
        @NotNull UUID participantBId,
        UUID eventId,
        UUID needId,
        UUID offerId,
        @Size(max = 50) String topic,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,49}", message = "must be a code in upper case")
        String reason,

        IntroductionStatus status,
        Instant proposedAt,
        Instant expiresAt,
        Instant metAt,

        @Size(max = 2) List<@NotNull @Valid SideAcceptance> answers) {

    /** The two in canonical order, so that a pair is one pair whoever is named first. */
    public IntroductionRequest {
        if (participantAId != null
                && participantBId != null
                && participantAId.toString().compareTo(participantBId.toString()) > 0) {
            UUID first = participantBId;
            participantBId = participantAId;
            participantAId = first;
        }
        status = status == null ? IntroductionStatus.PROPOSED : status;
        answers = answers == null
                ? List.of()
                : answers.stream()
                        .sorted(Comparator.nullsLast(
                                Comparator.comparing(said -> String.valueOf(said.participantId()))))
                        .toList();
    }

    static IntroductionRequest from(Introduction introduction) {
        return new IntroductionRequest(
                introduction.participantAId(),
                introduction.participantBId(),
                introduction.eventId(),
                introduction.needId(),
                introduction.offerId(),
                introduction.topic(),
                introduction.reason(),
                introduction.status(),
                introduction.proposedAt(),
                introduction.expiresAt(),
                introduction.metAt(),
                introduction.answers());
    }

    /** The same of others; null if it says nothing any more. */
    IntroductionRequest named(UnaryOperator<UUID> names) {
        UUID a = names.apply(participantAId);
        UUID b = names.apply(participantBId);
        return a == null || b == null || a.equals(b)
                ? null
                : new IntroductionRequest(
                        a,
                        b,
                        eventId,
                        names.apply(needId),
                        names.apply(offerId),
                        topic,
                        reason,
                        status,
                        proposedAt,
                        expiresAt,
                        metAt,
                        answers.stream()
                                .map(said ->
                                        new SideAcceptance(names.apply(said.participantId()), said.answer(), said.at()))
                                .toList());
    }

    /** The same, come as far as another says. */
    IntroductionRequest asFarAs(IntroductionRequest other) {
        return new IntroductionRequest(
                participantAId,
                participantBId,
                eventId,
                needId,
                offerId,
                topic,
                reason,
                other.status,
                other.proposedAt,
                other.expiresAt,
                other.metAt,
                other.answers);
    }

    /** The same with these times, where it has none. */
    IntroductionRequest timed(Instant proposed, Instant expires, Instant met) {
        return new IntroductionRequest(
                participantAId,
                participantBId,
                eventId,
                needId,
                offerId,
                topic,
                reason,
                status,
                proposedAt == null ? proposed : proposedAt,
                expiresAt == null ? expires : expiresAt,
                metAt == null ? met : metAt,
                answers);
    }

    /** With what they have said already in place of what a file says they did. */
    IntroductionRequest answeredBy(IntroductionRequest held) {
        List<SideAcceptance> said = new ArrayList<>(held.answers);
        answers.stream()
                .filter(stated -> held.answers.stream()
                        .noneMatch(before -> before.participantId().equals(stated.participantId())))
                .forEach(said::add);
        return new IntroductionRequest(
                participantAId,
                participantBId,
                eventId,
                needId,
                offerId,
                topic,
                reason,
                status,
                proposedAt,
                expiresAt,
                metAt,
                said);
    }

    List<UUID> pair() {
        return List.of(participantAId, participantBId);
    }
}
