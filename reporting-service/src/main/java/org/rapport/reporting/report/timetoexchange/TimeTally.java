package org.rapport.reporting.report.timetoexchange;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.DayCounts;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.PeopleCount;

/** Counts times as participations stream by, everybody's one after the other: rows are kept if they aren't too many. */
final class TimeTally {

    private static final int GROUPS = 2;

    private final TimeQuestion question;
    private final int maxRegressionRows;
    private final Covariate[] covariates;
    private final double[] values;

    final PeopleCount units = new PeopleCount();
    final PeopleCount leftBeforeEnd = new PeopleCount();
    final PeopleCount unascertained = new PeopleCount();

    /** Of those followed: ready or not, with an exchange or without. */
    final Cells table = new Cells();

    /** The same by each covariate: there or not. */
    private final Cells[] byCovariate;

    /** Of those followed: the second group is that of those who were ready. */
    final DayCounts days = new DayCounts(GROUPS);

    private UUID current;

    /** Null if they were given up, as they are too many. */
    private FollowedRows rows;

    /** @param maxRegressionRows more rows are not kept */
    TimeTally(TimeQuestion question, int maxRegressionRows) {
        this.question = question;
        this.maxRegressionRows = maxRegressionRows;
        this.covariates = question.covariates().toArray(new Covariate[0]);
        this.values = new double[covariates.length];
        this.byCovariate = new Cells[covariates.length];
        for (int j = 0; j < covariates.length; j++) {
            byCovariate[j] = new Cells();
        }
        this.rows = new FollowedRows(question.covariates());
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
        boolean another = !Objects.equals(participant, current);
        current = participant;
        boolean happened = participation.firstExchangeDay() != null && participation.firstExchangeDay() <= followUp;
        long day = happened ? participation.firstExchangeDay() : followUp;
        boolean ready = participation.ready(question.threshold());
        table.add(participant, ready, happened);
        days.add(ready ? 1 : 0, day, happened, another);
        for (int j = 0; j < covariates.length; j++) {
            values[j] = covariates[j].of(participation, question.threshold());
            byCovariate[j].add(participant, values[j] > 0, happened);
        }
        giveUpIfTooMany();
        if (rows != null) {
            rows.add(day, happened, another, participation.event(), values);
        }
    }

    private void giveUpIfTooMany() {
        if (days.size() > maxRegressionRows) {
            rows = null;
        }
    }

    /** Adds what was counted of other people. */
    void join(TimeTally others) {
        units.join(others.units);
        leftBeforeEnd.join(others.leftBeforeEnd);
        unascertained.join(others.unascertained);
        table.join(others.table);
        days.join(others.days);
        for (int j = 0; j < byCovariate.length; j++) {
            byCovariate[j].join(others.byCovariate[j]);
        }
        giveUpIfTooMany();
        if (rows != null) {
            rows.join(others.rows);
        }
    }

    List<Cells> byCovariate() {
        return List.of(byCovariate);
    }

    /** Whether rows were given up, as they are too many. */
    boolean tooManyForRegression() {
        return rows == null;
    }

    /** To be called once, after the last participation, unless there are too many. */
    FollowedRows.Times times() {
        return rows.times();
    }
}
