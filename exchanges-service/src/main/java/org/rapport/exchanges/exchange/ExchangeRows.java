package org.rapport.exchanges.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code exchanges.csv}. */
@ApplicationScoped
class ExchangeRows implements RowReader<ExchangeRequest, Exchange> {

    private static final Columns<Exchange> COLUMNS = new Columns<Exchange>()
            .required("id", Exchange::id)
            .required("participant_a", Exchange::participantAId)
            .required("participant_b", Exchange::participantBId)
            .optional("type", Exchange::type)
            .required("status", Exchange::status)
            .optional("started_at", Exchange::startedAt)
            .optional("initiated_by", Exchange::initiatedBy)
            .optional("origin_event", Exchange::originEventId)
            .optional("need", Exchange::needId)
            .optional("prior_tie", Exchange::priorTie)
            .optional("reported_by", Exchange::reportedBy)
            .optional("type_since", Exchange::typeSince)
            .optional("incentive", ExchangeRows::incentives)
            .optional("introduction", Exchange::introductionId)
            .optional("confirmed_by", ExchangeRows::confirmedBy)
            .optional("confirmed_at", ExchangeRows::confirmedAt);

    private final ExchangeWriter writer;

    ExchangeRows(ExchangeWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Exchange> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<ExchangeRequest> read(Row row) {
        UUID a = row.reference("participant_a", "participants");
        UUID b = row.reference("participant_b", "participants");
        Instant startedAt = row.start("started_at");
        return new Draft<>(
                row.reference("id", "exchanges"),
                new ExchangeRequest(
                        a,
                        b,
                        row.constant("type", ExchangeType.class),
                        row.start("type_since"),
                        row.constant("status", ExchangeStatus.class),
                        startedAt,
                        row.reference("initiated_by", "participants"),
                        row.reference("origin_event", "events"),
                        row.reference("need", "needs"),
                        row.constant("prior_tie", PriorTie.class),
                        row.constants("incentive", Incentive.class),
                        row.reference("introduction", "introductions"),
                        row.reference("reported_by", "participants"),
                        confirmations(row, Stream.of(a, b), startedAt)),
                row.errors());
    }

    /** They stand by it since the time that the row says, else since it began. */
    private static List<Confirmation> confirmations(Row row, Stream<UUID> pair, Instant startedAt) {
        List<UUID> sides = row.references("confirmed_by", "participants");
        if (!pair.toList().containsAll(sides)) {
            row.errors().add("/confirmedBy", "NOT_OF_PAIR", "Must be of the two participants");
            return List.of();
        }
        Instant confirmedAt = row.end("confirmed_at");
        Instant at = confirmedAt == null ? startedAt : confirmedAt;
        if (!sides.isEmpty() && at == null) {
            row.errors().add("/confirmedAt", "CONFIRMED_AT_REQUIRED", "Say when it was confirmed, or when it began");
            return List.of();
        }
        return sides.stream()
                .map(side -> new Confirmation(side, Answer.CONFIRMED, at, null, null))
                .toList();
    }

    private static Stream<Confirmation> confirmed(Exchange exchange) {
        return exchange.pair().stream()
                .flatMap(side -> exchange.lastAnswer(side).stream())
                .filter(said -> said.answer() == Answer.CONFIRMED);
    }

    private static String confirmedBy(Exchange exchange) {
        return joined(confirmed(exchange).map(Confirmation::participantId));
    }

    private static Instant confirmedAt(Exchange exchange) {
        return confirmed(exchange)
                .map(Confirmation::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String incentives(Exchange exchange) {
        return joined(exchange.incentives().stream());
    }

    private static String joined(Stream<?> values) {
        String cell = values.map(Object::toString).collect(Collectors.joining(" "));
        return cell.isEmpty() ? null : cell;
    }

    @Override
    public Writer<ExchangeRequest, Exchange> writer() {
        return writer;
    }
}
