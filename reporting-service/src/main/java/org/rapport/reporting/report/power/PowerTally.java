package org.rapport.reporting.report.power;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.PeopleCount;
import org.rapport.reporting.report.power.PowerParams.PowerQuestion;

/** Counts participations for every comparison, as they stream by, everybody's one after the other. */
final class PowerTally {

    private final PowerQuestion question;

    final PeopleCount units = new PeopleCount();
    final PeopleCount ascertained = new PeopleCount();
    final PeopleCount unascertained = new PeopleCount();
    final Map<Compared, Cells> tables = new EnumMap<>(Compared.class);

    PowerTally(PowerQuestion question) {
        this.question = question;
        for (Compared compared : Compared.values()) {
            tables.put(compared, new Cells());
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
        tables.forEach((compared, cells) -> {
            Boolean exposed = compared.exposes(participation, question.threshold());
            if (exposed != null) {
                cells.add(participant, exposed, participation.exchanges() > 0);
            }
        });
    }
}
