package org.rapport.reporting.report.coverage;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
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
    /** By the number of the event; at one event everybody is but once. */
    private final int[] participations;

    private final int[] answered;
    private final int[] ascertained;

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

    /**
     * First rows again.
     *
     * @param answered with any answer or none
     * @param ascertained followed for the window or not
     */
    record Counts(Cells answered, Cells ascertained) {}

    /** @param events how many they are */
    CoverageTally(CoverageQuestion question, int events) {
        this.question = question;
        this.participations = new int[events];
        this.answered = new int[events];
        this.ascertained = new int[events];
        for (Cell cell : Cell.values()) {
            cells.put(cell, new Counts(new Cells(), new Cells()));
        }
    }

    void add(Participation participation) {
        UUID participant = participation.participantId();
        int days = question.windowDays();
        boolean hasAnswered = participation.answeredDays() != null;
        boolean isAscertained = participation.followedFor(days);
        units.add(participant, 1);
        late.add(participant, participation.lateNeeds());
        recorded.add(participant, true, participation.recordedDays() >= days);
        confirmed.add(participant, true, hasAnswered && participation.answeredDays() >= days);
        Counts counts = cells.get(Cell.of(participation.ready(question.threshold()), participation.exchanges() > 0));
        counts.answered.add(participant, true, hasAnswered);
        counts.ascertained.add(participant, true, isAscertained);
        participations[participation.event()]++;
        answered[participation.event()] += hasAnswered ? 1 : 0;
        ascertained[participation.event()] += isAscertained ? 1 : 0;
    }

    /** Adds what was counted of other people. */
    void join(CoverageTally others) {
        units.join(others.units);
        late.join(others.late);
        recorded.join(others.recorded);
        confirmed.join(others.confirmed);
        cells.forEach((cell, counts) -> {
            counts.answered.join(others.cells.get(cell).answered);
            counts.ascertained.join(others.cells.get(cell).ascertained);
        });
        for (int event = 0; event < participations.length; event++) {
            participations[event] += others.participations[event];
            answered[event] += others.answered[event];
            ascertained[event] += others.ascertained[event];
        }
    }

    /**
     * Of each event that somebody attended, in the order of their ids.
     *
     * @param ids by the numbers
     */
    SortedMap<UUID, Counts> events(IntFunction<UUID> ids) {
        SortedMap<UUID, Counts> counts = new TreeMap<>();
        for (int event = 0; event < participations.length; event++) {
            if (participations[event] > 0) {
                counts.put(
                        ids.apply(event),
                        new Counts(
                                Cells.ofPeople(answered[event], participations[event] - answered[event]),
                                Cells.ofPeople(ascertained[event], participations[event] - ascertained[event])));
            }
        }
        return counts;
    }
}
