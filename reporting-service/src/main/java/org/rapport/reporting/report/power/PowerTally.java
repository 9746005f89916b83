package org.rapport.reporting.report.power;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.CellsOfKinds;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.PeopleCount;
import org.rapport.reporting.report.power.PowerParams.PowerQuestion;

/** Counts participations for every comparison, as they stream by, everybody's one after the other. */
final class PowerTally {

    private final PowerQuestion question;

    final PeopleCount units = new PeopleCount();
    final PeopleCount ascertained = new PeopleCount();
    final PeopleCount unascertained = new PeopleCount();

    private final CellsOfKinds tables = new CellsOfKinds(
            IntStream.range(0, Compared.kinds()).map(Compared::cells).toArray());

    /** The latest who was ascertained. */
    private UUID current;

    PowerTally(PowerQuestion question) {
        this.question = question;
    }

    void add(Participation participation) {
        UUID participant = participation.participantId();
        units.add(participant, 1);
        if (!participation.followedFor(question.windowDays())) {
            unascertained.add(participant, 1);
            return;
        }
        ascertained.add(participant, 1);
        tables.add(Compared.kind(participation, question.threshold()), !Objects.equals(participant, current));
        current = participant;
    }

    /** Adds what was counted of other people. */
    void join(PowerTally others) {
        units.join(others.units);
        ascertained.join(others.ascertained);
        unascertained.join(others.unascertained);
        tables.join(others.tables);
    }

    Cells table(Compared compared) {
        return tables.table(compared.ordinal());
    }
}
