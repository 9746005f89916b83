package org.rapport.exchanges.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client says of an exchange.
 *
 * @param typeSince since when it is of its type: another type with another time is a further step of its history
 * @param incentives what there was to be had for it
 * @param introductionId the introduction that it grew out of
 * @param confirmations what the two said of it; what is on record stays
 */
@Schema(examples = """
                {"participantAId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "participantBId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0", "type": "ADVICE", "status": "ACTIVE", "startedAt": "2026-04-10T00:00:00Z", "initiatedBy": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "priorTie": "NONE", "incentives": ["TRAVEL"], "reportedBy": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f"}""")
public record ExchangeRequest(
        @NotNull UUID participantAId,
        @NotNull UUID participantBId,
        ExchangeType type,
        Instant typeSince,
        @NotNull ExchangeStatus status,
        Instant startedAt,
        UUID initiatedBy,
        UUID originEventId,
        UUID needId,
        PriorTie priorTie,
        @Size(max = 6) List<@NotNull Incentive> incentives,
        UUID introductionId,
        UUID reportedBy,

        @Size(max = 1_000) List<@NotNull @Valid Confirmation> confirmations) {

    /** The two in canonical order, so that a pair is one pair whoever is named first. */
    public ExchangeRequest {
        if (participantAId != null
                && participantBId != null
                && participantAId.toString().compareTo(participantBId.toString()) > 0) {
            UUID first = participantBId;
            participantBId = participantAId;
            participantAId = first;
        }
        incentives = incentives == null
                ? List.of()
                : incentives.stream()
                        .distinct()
                        .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                        .toList();
        confirmations = confirmations == null ? List.of() : confirmations;
    }

    /** As one of the two reports it, who says thereby that it was so. */
    static ExchangeRequest reported(
            UUID reporter, UUID other, ExchangeType type, Instant startedAt, UUID needId, UUID originEventId) {
        return new ExchangeRequest(
                reporter,
                other,
                type,
                null,
                ExchangeStatus.ACTIVE,
                startedAt,
                null,
                originEventId,
                needId,
                null,
                List.of(),
                null,
                reporter,
                List.of());
    }

    static ExchangeRequest from(Exchange exchange) {
        return new ExchangeRequest(
                exchange.participantAId(),
                exchange.participantBId(),
                exchange.type(),
                exchange.typeSince(),
                exchange.status(),
                exchange.startedAt(),
                exchange.initiatedBy(),
                exchange.originEventId(),
                exchange.needId(),
                exchange.priorTie(),
                exchange.incentives(),
                exchange.introductionId(),
                exchange.reportedBy(),
                exchange.confirmations());
    }

    /** The same of others; null if it says nothing any more. */
    ExchangeRequest named(UnaryOperator<UUID> names) {
        UUID a = names.apply(participantAId);
        UUID b = names.apply(participantBId);
        return a == null || b == null || a.equals(b)
                ? null
                : new ExchangeRequest(
                        a,
                        b,
                        type,
                        typeSince,
                        status,
                        startedAt,
                        names.apply(initiatedBy),
                        originEventId,
                        names.apply(needId),
                        priorTie,
                        incentives,
                        introductionId,
                        names.apply(reportedBy),
                        confirmations.stream()
                                .map(said -> said.by(names.apply(said.participantId())))
                                .toList());
    }

    /** With what a further report says of what is not known here. */
    ExchangeRequest completedBy(ExchangeRequest report) {
        return new ExchangeRequest(
                participantAId,
                participantBId,
                orElse(type, report.type),
                type == null ? report.typeSince : typeSince,
                status,
                orElse(startedAt, report.startedAt),
                orElse(initiatedBy, report.initiatedBy),
                orElse(originEventId, report.originEventId),
                orElse(needId, report.needId),
                orElse(priorTie, report.priorTie),
                incentives.isEmpty() ? report.incentives : incentives,
                orElse(introductionId, report.introductionId),
                orElse(reportedBy, report.reportedBy),
                confirmations);
    }

    ExchangeRequest with(Instant newTypeSince, UUID newReportedBy, List<Confirmation> newConfirmations) {
        return new ExchangeRequest(
                participantAId,
                participantBId,
                type,
                newTypeSince,
                status,
                startedAt,
                initiatedBy,
                originEventId,
                needId,
                priorTie,
                incentives,
                introductionId,
                newReportedBy,
                newConfirmations);
    }

    List<UUID> pair() {
        return Stream.of(participantAId, participantBId)
                .filter(Objects::nonNull)
                .toList();
    }

    private static <T> T orElse(T value, T other) {
        return value == null ? other : value;
    }
}
