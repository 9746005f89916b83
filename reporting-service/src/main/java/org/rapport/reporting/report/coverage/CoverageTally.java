package org.rapport.reporting.report.coverage;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.PeopleCount;

/** Counts what is known of participations as they stream by, everybody's one after the other. */
final class CoverageTally {

    private final CoverageQuestion question;

    final PeopleCount units = new PeopleCount();
    final PeopleCount late = new PeopleCount();

    /** Followed for the window or not, by either way of ascertaining: the first row. */
    final Cells recorded = new Cells();

    final Cells confirmed = new Cells();
    final Map<Cell, Counts> cells = new EnumMap<>(Cell.class);
    final Map<UUID, Counts> events = new TreeMap<>();

    /** A cell of the 2x2 table. */
    enum Cell {
        READY_ENGAGED,
        READY_NOT_ENGAGED,
        NOT_READY_ENGAGED,
        NOT_READY_NOT_ENGAGED;

        static Cell of(boolean ready, boolean engaged) {
            if (ready) {
                return engaged ? READY_ENGAGED : READY_NOT_ENGAGED;
            }
            return engaged ? NOT_READY_ENGAGED : NOT_READY_NOT_ENGAGED;
        }
    }

    /** First rows again. */
    static final class Counts {

        /** With any answer or none. */
        final Cells answered = new Cells();

        /** Followed for the window or not. */
        final Cells ascertained = new Cells();
    }

    CoverageTally(CoverageQuestion question) {
        this.question = question;
        for (Cell cell : Cell.values()) {
            cells.put(cell, new Counts());
        }
    }

    void add(Participation participation) {
        UUID participant = participation.participantId();
        int days = question.windowDays();
        boolean answered = participation.answeredDays() != null;
        boolean ascertained = participation.followedFor(days);
        units.add(participant, 1);
        late.add(participant, participation.lateNeeds());
        recorded.add(participant, true, participation.recordedDays() >= days);
        confirmed.add(participant, true, answered && participation.answeredDays() >= days);
        Cell cell = Cell.of(participation.ready(question.threshold()), participation.exchanges() > 0);
        for (Counts counts :
                new Counts[] {cells.get(cell), events.computeIfAbsent(participation.eventId(), id -> new Counts())}) {
            counts.answered.add(participant, true, answered);
            counts.ascertained.add(participant, true, ascertained);
        }
    }
}
