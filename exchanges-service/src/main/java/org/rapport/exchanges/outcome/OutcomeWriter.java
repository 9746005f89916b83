package org.rapport.exchanges.outcome;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rapport.exchanges.exchange.Exchanges;
import org.rapport.kit.replica.References;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;

/** Writes outcomes. Each goes with its exchange: to whoever takes the place of one of the two, or away. */
@Singleton
class OutcomeWriter extends FollowingWriter<OutcomeRequest, Outcome> {

    private final Exchanges exchanges;
    private final References references;

    OutcomeWriter(Writing writing, Exchanges exchanges, References references) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                Outcome.class,
                "outcomes",
                "org.rapport.outcome.recorded.v1",
                "org.rapport.outcome.changed.v1");
        this.exchanges = exchanges;
        this.references = references;
    }

    @Override
    protected Outcome create(UUID id, OutcomeRequest request) {
        return new Outcome(id, request);
    }

    @Override
    protected void change(Outcome outcome, OutcomeRequest request) {
        outcome.describe(request);
    }

    @Override
    protected OutcomeRequest request(Outcome outcome) {
        return OutcomeRequest.from(outcome);
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantAId", "participantBId"));
    }

    /** The pair stays in canonical order. */
    @Override
    protected OutcomeRequest named(OutcomeRequest request, UnaryOperator<UUID> names) {
        if (request.pair() == null) {
            return null;
        }
        List<UUID> pair = request.pair().stream().map(names).toList();
        return pair.contains(null) || pair.get(0).equals(pair.get(1))
                ? null
                : request.of(
                        request.exchangeId(),
                        pair.stream()
                                .sorted(Comparator.comparing(UUID::toString))
                                .toList());
    }

    @Override
    protected OutcomeResponse response(Outcome outcome) {
        return OutcomeResponse.from(outcome);
    }

    /** Whose it is, is what its exchange says. */
    @Override
    protected List<Draft<OutcomeRequest>> resolve(List<Draft<OutcomeRequest>> drafts) {
        Map<UUID, List<UUID>> pairs = exchanges.pairs(
                drafts.stream().map(draft -> draft.request().exchangeId()).toList());
        return super.resolve(drafts.stream()
                .map(draft -> new Draft<>(
                        draft.id(),
                        draft.request()
                                .of(
                                        draft.request().exchangeId(),
                                        pairs.get(draft.request().exchangeId())),
                        draft.errors()))
                .toList());
    }

    @Override
    protected void check(List<Draft<OutcomeRequest>> drafts) {
        Set<UUID> gone = references.missing(
                "participant",
                drafts.stream()
                        .map(draft -> draft.request().pair())
                        .flatMap(pair -> pair == null ? Stream.empty() : pair.stream())
                        .toList());
        for (Draft<OutcomeRequest> draft : drafts) {
            OutcomeRequest request = draft.request();
            Errors errors = draft.errors();
            if (request.pair() == null || request.pair().stream().anyMatch(gone::contains)) {
                errors.add("/exchangeId", "EXCHANGE_UNKNOWN", "There is no such exchange");
            }
            // a day's grace, since dates in files may be ahead of ours
            if (request.observedAt() != null
                    && request.observedAt().isAfter(Instant.now().plus(1, ChronoUnit.DAYS))) {
                errors.add("/observedAt", "OBSERVED_IN_FUTURE", "Must not be in the future");
            }
        }
    }
}
