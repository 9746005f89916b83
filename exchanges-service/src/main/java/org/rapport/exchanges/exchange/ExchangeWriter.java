package org.rapport.exchanges.exchange;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rapport.kit.replica.References;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;

/** Writes exchanges. */
@Singleton
class ExchangeWriter extends FollowingWriter<ExchangeRequest, Exchange> {

    private final References references;

    ExchangeWriter(Writing writing, References references) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                Exchange.class,
                "exchanges",
                "org.rapport.exchange.recorded.v1",
                "org.rapport.exchange.changed.v1");
        this.references = references;
    }

    @Override
    protected Exchange create(UUID id, ExchangeRequest request) {
        return new Exchange(id, request);
    }

    @Override
    protected void change(Exchange exchange, ExchangeRequest request) {
        exchange.describe(request);
    }

    @Override
    protected ExchangeRequest request(Exchange exchange) {
        return ExchangeRequest.from(exchange);
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantAId", "participantBId"), "need", List.of("needId"));
    }

    @Override
    protected ExchangeRequest named(ExchangeRequest request, UnaryOperator<UUID> names) {
        UUID a = names.apply(request.participantAId());
        UUID b = names.apply(request.participantBId());
        return a == null || b == null || a.equals(b)
                ? null
                : new ExchangeRequest(
                        a,
                        b,
                        request.type(),
                        request.status(),
                        request.startedAt(),
                        names.apply(request.initiatedBy()),
                        request.originEventId(),
                        names.apply(request.needId()),
                        request.priorTie(),
                        names.apply(request.reportedBy()));
    }

    @Override
    protected ExchangeResponse response(Exchange exchange) {
        return ExchangeResponse.from(exchange);
    }

    @Override
    protected void check(List<Draft<ExchangeRequest>> drafts) {
        Set<UUID> unknownParticipants = references.missing(
                "participant",
                drafts.stream()
                        .flatMap(draft -> Stream.of(
                                draft.request().participantAId(),
                                draft.request().participantBId()))
                        .toList());
        Set<UUID> unknownEvents = references.missing("event", named(drafts, ExchangeRequest::originEventId));
        Set<UUID> unknownNeeds = references.missing("need", named(drafts, ExchangeRequest::needId));
        for (Draft<ExchangeRequest> draft : drafts) {
            ExchangeRequest request = draft.request();
            Errors errors = draft.errors();
            checkPair(request, unknownParticipants, errors);
            if (unknownEvents.contains(request.originEventId())) {
                errors.add("/originEventId", "EVENT_UNKNOWN", "There is no such event");
            }
            if (unknownNeeds.contains(request.needId())) {
                errors.add("/needId", "NEED_UNKNOWN", "There is no such need");
            }
            if (request.startedAt() != null
                    && request.startedAt().isAfter(Instant.now().plus(1, ChronoUnit.DAYS))) {
                errors.add("/startedAt", "STARTED_IN_FUTURE", "Must not be in the future");
            }
        }
    }

    private static void checkPair(ExchangeRequest request, Set<UUID> unknownParticipants, Errors errors) {
        if (unknownParticipants.contains(request.participantAId())) {
            errors.add("/participantAId", "PARTICIPANT_UNKNOWN", "There is no such participant");
        }
        if (unknownParticipants.contains(request.participantBId())) {
            errors.add("/participantBId", "PARTICIPANT_UNKNOWN", "There is no such participant");
        }
        if (request.participantAId().equals(request.participantBId())) {
            errors.add("/participantBId", "SAME_PARTICIPANT", "An exchange is between two different participants");
        }
        List<UUID> pair = List.of(request.participantAId(), request.participantBId());
        if (request.initiatedBy() != null && !pair.contains(request.initiatedBy())) {
            errors.add("/initiatedBy", "NOT_OF_PAIR", "Must be one of the two participants");
        }
        if (request.reportedBy() != null && !pair.contains(request.reportedBy())) {
            errors.add("/reportedBy", "NOT_OF_PAIR", "Must be one of the two participants");
        }
    }

    private static List<UUID> named(List<Draft<ExchangeRequest>> drafts, Function<ExchangeRequest, UUID> field) {
        return drafts.stream()
                .map(Draft::request)
                .map(field)
                .filter(Objects::nonNull)
                .toList();
    }
}
