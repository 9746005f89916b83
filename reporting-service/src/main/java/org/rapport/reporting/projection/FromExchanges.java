package org.rapport.reporting.projection;

import static org.rapport.reporting.projection.Required.notNegative;
import static org.rapport.reporting.projection.Required.required;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What exchanges-service tells, and the rows it becomes. */
final class FromExchanges {

    private static final String CONFIRMED = "CONFIRMED";
    private static final String ANSWERED = "ANSWERED";

    private FromExchanges() {}

    enum ExchangeStatus {
        PROPOSED,
        ACTIVE,
        COMPLETED,
        DECLINED,
        LAPSED
    }

    record Confirmation(UUID participantId, String answer, Instant at) {
        Confirmation {
            required(participantId, "participantId of a confirmation");
            required(answer, "answer of a confirmation");
            required(at, "time of a confirmation");
        }
    }

    record Exchange(
            UUID id,
            UUID participantAId,
            UUID participantBId,
            String type,
            ExchangeStatus status,
            Instant startedAt,
            UUID initiatedBy,
            UUID originEventId,
            UUID needId,
            String priorTie,
            UUID reportedBy,
            List<Confirmation> confirmations)
            implements State {

        Exchange {
            required(id, "id");
            Pair.requireCanonical(participantAId, participantBId);
            required(status, "status");
            confirmations = confirmations == null ? List.of() : List.copyOf(confirmations);
        }

        @Override
        public ExchangeRow row() {
            return new ExchangeRow(
                    id,
                    participantAId,
                    participantBId,
                    type,
                    status.name(),
                    startedAt,
                    initiatedBy,
                    originEventId,
                    needId,
                    priorTie,
                    reportedBy,
                    confirmedAt());
        }

        /** When the second of the two confirmed; null while one has not, or says by now that it was otherwise. */
        private Instant confirmedAt() {
            Optional<Instant> a = confirmedBy(participantAId);
            Optional<Instant> b = confirmedBy(participantBId);
            if (a.isEmpty() || b.isEmpty()) {
                return null;
            }
            return a.get().isAfter(b.get()) ? a.get() : b.get();
        }

        /** By their last answer; who reported the exchange thereby confirmed it, from its start. */
        private Optional<Instant> confirmedBy(UUID participantId) {
            Optional<Confirmation> last = confirmations.stream()
                    .filter(confirmation -> confirmation.participantId().equals(participantId))
                    .max(Comparator.comparing(Confirmation::at));
            if (last.isPresent()) {
                return last.filter(answer -> answer.answer().equals(CONFIRMED)).map(Confirmation::at);
            }
            return participantId.equals(reportedBy) ? Optional.ofNullable(startedAt) : Optional.empty();
        }
    }

    record ExchangeRow(
            UUID id,
            UUID participantAId,
            UUID participantBId,
            String type,
            String status,
            Instant startedAt,
            UUID initiatedBy,
            UUID originEventId,
            UUID needId,
            String priorTie,
            UUID reportedBy,
            Instant confirmedAt) {}

    enum IntroductionStatus {
        PROPOSED,
        ACCEPTED,
        DECLINED,
        MET,
        EXPIRED
    }

    record Introduction(
            UUID id,
            UUID participantAId,
            UUID participantBId,
            UUID eventId,
            UUID needId,
            IntroductionStatus status,
            Instant metAt)
            implements State {
        Introduction {
            required(id, "id");
            Pair.requireCanonical(participantAId, participantBId);
            required(status, "status");
        }
    }

    record Outcome(UUID id, UUID exchangeId, String level, Instant observedAt, Boolean evidence) implements State {
        Outcome {
            required(id, "id");
            required(exchangeId, "exchangeId");
            required(level, "level");
        }
    }

    record CommunityActivity(UUID id, UUID eventId, UUID participantId, String channel, Instant at) implements State {
        CommunityActivity {
            required(id, "id");
            required(eventId, "eventId");
            required(participantId, "participantId");
            required(at, "at");
        }
    }

    /** Answered or not: only what has a time of its answer ascertains anything. */
    record FollowUp(
            UUID id,
            UUID eventId,
            UUID participantId,
            Integer days,
            Instant answeredAt,
            String status,
            Instant dueAt,
            Instant sentAt)
            implements State {
        FollowUp {
            required(id, "id");
            required(eventId, "eventId");
            required(participantId, "participantId");
            required(days, "days");
            notNegative(days, "days");
            if (status == null || status.equals(ANSWERED)) {
                required(answeredAt, "answeredAt");
            }
        }
    }
}
