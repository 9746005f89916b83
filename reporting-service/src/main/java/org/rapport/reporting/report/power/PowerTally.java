package org.rapport.reporting.report.power;

import java.util.UUID;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.PeopleCount;
import org.rapport.reporting.report.power.PowerParams.PowerQuestion;

/** Counts participations for every comparison, as they stream by, everybody's one after the other. */
final class PowerTally {

    private static final Compared[] COMPARED = Compared.values();

    private final PowerQuestion question;

    final PeopleCount units = new PeopleCount();
    final PeopleCount ascertained = new PeopleCount();
    final PeopleCount unascertained = new PeopleCount();

    /** By the comparison. */
    private final Cells[] tables = new Cells[COMPARED.length];

    PowerTally(PowerQuestion question) {
        this.question = question;
        for (Compared compared : COMPARED) {
            tables[compared.ordinal()] = new Cells();
        }
    }

    void add(Participation participation) {
        UUID participant = participation.participantId();
        units.add(participant, 1);
        if (!participation.followedFor(question.windowDays())) {
            unascertained.add(participant, 1);
            return;
        }
        ascertained.add(participant, 1);
        boolean engaged = participation.exchanges() > 0;
        for (Compared compared : COMPARED) {
            Boolean exposed = compared.exposes(participation, question.threshold());
            if (exposed != null) {
                tables[compared.ordinal()].add(participant, exposed, engaged);
            }
        }
    }

    /** Adds what was counted of other people. */
    void join(PowerTally others) {
        units.join(others.units);
        ascertained.join(others.ascertained);
        unascertained.join(others.unascertained);
        for (int i = 0; i < tables.length; i++) {
            tables[i].join(others.tables[i]);
        }
    }

    Cells table(Compared compared) {
        return tables[compared.ordinal()];
    }
}
