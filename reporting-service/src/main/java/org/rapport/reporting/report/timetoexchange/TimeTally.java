package org.rapport.reporting.report.timetoexchange;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.PeopleCount;
import org.rapport.reporting.report.participation.Words;
import org.rapport.reporting.statistics.regression.Covariates;
import org.rapport.reporting.statistics.survival.SurvivalTimes;

/** Gathers times as participations stream by, everybody's one after the other: a few numbers of each. */
final class TimeTally {

    private final TimeQuestion question;

    final PeopleCount units = new PeopleCount();
    final PeopleCount leftBeforeEnd = new PeopleCount();
    final PeopleCount unascertained = new PeopleCount();

    /** Of those followed: ready or not, with an exchange or without. */
    final Cells table = new Cells();

    /** The same by each covariate: there or not. */
    final Map<Covariate, Cells> byCovariate = new EnumMap<>(Covariate.class);

    private final DoubleStream.Builder times = DoubleStream.builder();
    private final BitSet events = new BitSet();
    private final IntStream.Builder groups = IntStream.builder();
    private final List<DoubleStream.Builder> columns = new ArrayList<>();
    private final IntStream.Builder people = IntStream.builder();
    private final IntStream.Builder places = IntStream.builder();
    private final Map<UUID, Integer> placeNumbers = new HashMap<>();
    private UUID current;
    private int person = -1;

    private final int maxRegressionRows;
    private int rows;

    /** @param maxRegressionRows of more, covariates are not kept */
    TimeTally(TimeQuestion question, int maxRegressionRows) {
        this.question = question;
        this.maxRegressionRows = maxRegressionRows;
        for (Covariate covariate : question.covariates()) {
            columns.add(DoubleStream.builder());
            byCovariate.put(covariate, new Cells());
        }
    }

    void add(Participation participation) {
        UUID participant = participation.participantId();
        units.add(participant, 1);
        if (participation.followUpDays() == null) {
            unascertained.add(participant, 1);
        } else if (participation.followUpDays() < 0) {
            leftBeforeEnd.add(participant, 1);
        } else {
            addFollowed(participation, participation.followUpDays());
        }
    }

    private void addFollowed(Participation participation, long followUp) {
        UUID participant = participation.participantId();
        if (!participant.equals(current)) {
            current = participant;
            person++;
        }
        boolean happened = participation.firstExchangeDay() != null && participation.firstExchangeDay() <= followUp;
        boolean ready = participation.ready(question.threshold());
        table.add(participant, ready, happened);
        times.add(happened ? participation.firstExchangeDay() : followUp);
        events.set(rows, happened);
        rows++;
        groups.add(ready ? 1 : 0);
        people.add(person);
        places.add(placeNumbers.computeIfAbsent(participation.eventId(), id -> placeNumbers.size()));
        for (int j = 0; j < columns.size(); j++) {
            Covariate covariate = question.covariates().get(j);
            double value = covariate.of(participation, question.threshold());
            if (!tooManyForRegression()) {
                columns.get(j).add(value);
            }
            byCovariate.get(covariate).add(participant, value > 0, happened);
        }
    }

    /** Whether covariates were given up, as there are too many rows. */
    boolean tooManyForRegression() {
        return rows > maxRegressionRows;
    }

    /** To be called once, after the last participation. */
    Times times() {
        double[] time = times.build().toArray();
        boolean[] event = new boolean[time.length];
        for (int i = 0; i < event.length; i++) {
            event[i] = events.get(i);
        }
        Map<String, double[]> named = new LinkedHashMap<>();
        for (int j = 0; j < columns.size() && !tooManyForRegression(); j++) {
            named.put(
                    Words.of(question.covariates().get(j)),
                    columns.get(j).build().toArray());
        }
        return new Times(
                SurvivalTimes.of(time, event),
                groups.build().toArray(),
                named,
                people.build().toArray(),
                places.build().toArray());
    }

    /**
     * One row each of those followed.
     *
     * @param ready 1 or 0
     */
    record Times(SurvivalTimes times, int[] ready, Map<String, double[]> columns, int[] participant, int[] event) {

        Covariates covariates() {
            return Covariates.of(times.size(), columns);
        }
    }
}
