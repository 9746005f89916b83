package org.rapport.exchanges.introduction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** Reads {@code introductions.csv}. */
@ApplicationScoped
class IntroductionRows implements RowReader<IntroductionRequest, Introduction> {

    private static final Columns<Introduction> COLUMNS = new Columns<Introduction>()
            .required("participant_a", Introduction::participantAId)
            .required("participant_b", Introduction::participantBId)
            .optional("event", Introduction::eventId)
            .optional("need", Introduction::needId)
            .optional("offer", Introduction::offerId)
            .optional("topic", Introduction::topic)
            .optional("reason", Introduction::reason)
            .required("status", Introduction::status)
            .optional("proposed_at", Introduction::proposedAt)
            .optional("expires_at", Introduction::expiresAt)
            .optional("met_at", Introduction::metAt)
            .optional("accepted_by", introduction -> by(introduction, Acceptance.ACCEPTED))
            .optional("declined_by", introduction -> by(introduction, Acceptance.DECLINED))
            .optional("answered_at", IntroductionRows::answeredAt);

    private final IntroductionWriter writer;

    IntroductionRows(IntroductionWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Introduction> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<IntroductionRequest> read(Row row) {
        UUID a = row.reference("participant_a", "participants");
        UUID b = row.reference("participant_b", "participants");
        IntroductionRequest request = new IntroductionRequest(
                a,
                b,
                row.reference("event", "events"),
                row.reference("need", "needs"),
                row.reference("offer", "offers"),
                row.text("topic"),
                row.text("reason"),
                row.constant("status", IntroductionStatus.class),
                row.start("proposed_at"),
                row.end("expires_at"),
                row.start("met_at"),
                answers(row, Stream.of(a, b).toList()));
        return new Draft<>(
                row.id(
                        "introductions",
                        request.participantAId(),
                        request.participantBId(),
                        request.eventId(),
                        request.needId(),
                        request.offerId()),
                request,
                row.errors());
    }

    private static List<SideAcceptance> answers(Row row, List<UUID> pair) {
        Instant answeredAt = row.end("answered_at");
        Instant proposedAt = row.start("proposed_at");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant at = answeredAt != null ? answeredAt : proposedAt != null ? proposedAt : now;
        List<UUID> accepted = row.references("accepted_by", "participants");
        List<UUID> declined = row.references("declined_by", "participants");
        if (!pair.containsAll(accepted)) {
            row.errors().add("/acceptedBy", "NOT_OF_PAIR", "Must be of the two participants");
        }
        if (!pair.containsAll(declined)) {
            row.errors().add("/declinedBy", "NOT_OF_PAIR", "Must be of the two participants");
        } else if (accepted.stream().anyMatch(declined::contains)) {
            row.errors().add("/declinedBy", "ANSWERED_TWICE", "The same one cannot have accepted and declined");
        }
        return row.errors().isEmpty()
                ? Stream.concat(
                                accepted.stream().map(side -> new SideAcceptance(side, Acceptance.ACCEPTED, at)),
                                declined.stream().map(side -> new SideAcceptance(side, Acceptance.DECLINED, at)))
                        .distinct()
                        .toList()
                : List.of();
    }

    private static String by(Introduction introduction, Acceptance answer) {
        String cell = introduction.answers().stream()
                .filter(said -> said.answer() == answer)
                .map(said -> said.participantId().toString())
                .collect(Collectors.joining(" "));
        return cell.isEmpty() ? null : cell;
    }

    private static Instant answeredAt(Introduction introduction) {
        return introduction.answers().stream()
                .map(SideAcceptance::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public Writer<IntroductionRequest, Introduction> writer() {
        return writer;
    }
}
