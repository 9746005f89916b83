package org.rapport.reporting.report.timetoexchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.rapport.reporting.report.participation.Words;
import org.rapport.reporting.statistics.regression.Covariates;
import org.rapport.reporting.statistics.survival.SurvivalTimes;

/** A row each of those followed, for the regression. */
final class FollowedRows {

    private final List<Covariate> covariates;
    private final List<DoubleStream.Builder> columns = new ArrayList<>();

    /** Days, and in the last bit whether there was an exchange on the last of them. */
    private final IntStream.Builder days = IntStream.builder();

    private final IntStream.Builder people = IntStream.builder();
    private final IntStream.Builder events = IntStream.builder();
    private int persons;

    FollowedRows(List<Covariate> covariates) {
        this.covariates = covariates;
        covariates.forEach(covariate -> columns.add(DoubleStream.builder()));
    }

    /**
     * @param another whether it is somebody's first row
     * @param values of the covariates
     */
    void add(long day, boolean happened, boolean another, int event, double[] values) {
        days.add(Math.toIntExact(day) << 1 | (happened ? 1 : 0));
        persons += another ? 1 : 0;
        people.add(persons - 1);
        events.add(event);
        for (int j = 0; j < values.length; j++) {
            columns.get(j).add(values[j]);
        }
    }

    /** Adds rows of other people, which are of no more use by themselves. */
    void join(FollowedRows others) {
        int before = persons;
        others.days.build().forEach(days::add);
        others.people.build().forEach(person -> people.add(before + person));
        others.events.build().forEach(events::add);
        for (int j = 0; j < columns.size(); j++) {
            others.columns.get(j).build().forEach(columns.get(j)::add);
        }
        persons += others.persons;
    }

    /** To be called once, after the last row. */
    Times times() {
        int[] followed = days.build().toArray();
        boolean[] happened = new boolean[followed.length];
        for (int i = 0; i < happened.length; i++) {
            happened[i] = (followed[i] & 1) == 1;
        }
        Map<String, double[]> named = new LinkedHashMap<>();
        for (int j = 0; j < covariates.size(); j++) {
            named.put(Words.of(covariates.get(j)), columns.get(j).build().toArray());
        }
        return new Times(
                SurvivalTimes.of(
                        Arrays.stream(followed).mapToDouble(day -> day >> 1).toArray(), happened),
                named,
                people.build().toArray(),
                numbered(events.build().toArray()));
    }

    /** Numbers from 0, in the order in which they come. */
    private static int[] numbered(int[] events) {
        int[] numbers = new int[Arrays.stream(events).max().orElse(-1) + 1];
        int[] numbered = new int[events.length];
        int last = 0;
        for (int i = 0; i < events.length; i++) {
            if (numbers[events[i]] == 0) {
                numbers[events[i]] = ++last;
            }
            numbered[i] = numbers[events[i]] - 1;
        }
        return numbered;
    }

    /**
     * The rows.
     *
     * @param columns of the covariates, by their names
     * @param participant a number from 0 per row
     * @param event likewise
     */
    record Times(SurvivalTimes times, Map<String, double[]> columns, int[] participant, int[] event) {

        Covariates covariates() {
            return Covariates.of(times.size(), columns);
        }

        int participants() {
            return Arrays.stream(participant).max().orElse(-1) + 1;
        }

        int events() {
            return Arrays.stream(event).max().orElse(-1) + 1;
        }
    }
}
