package org.rapport.reporting.report.timetoexchange;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.CellsOfKinds;
import org.rapport.reporting.report.DayCounts;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.PeopleCount;

/** Counts times as participations stream by, everybody's one after the other: rows are kept if they aren't too many. */
final class TimeTally {

    private static final int GROUPS = 2;

    /** Bits of what kind a row is of; those of covariates follow. */
    private static final int HAPPENED = 1;

    private static final int READY = 2;
    private static final int FIRST_COVARIATE = 2;

    private final TimeQuestion question;
    private final int maxRegressionRows;
    private final Covariate[] covariates;
    private final double[] values;

    final PeopleCount units = new PeopleCount();
    final PeopleCount leftBeforeEnd = new PeopleCount();
    final PeopleCount unascertained = new PeopleCount();

    /** Of those followed, with an exchange or without: ready or not, and by each covariate there or not. */
    private final CellsOfKinds tables;

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
        this.tables = new CellsOfKinds(IntStream.range(0, 1 << FIRST_COVARIATE + covariates.length)
                .map(this::cells)
                .toArray());
        this.rows = new FollowedRows(question.covariates());
    }

    private int cells(int kind) {
        boolean happened = (kind & HAPPENED) != 0;
        int cells = CellsOfKinds.cell(0, (kind & READY) != 0, happened);
        for (int j = 0; j < covariates.length; j++) {
            cells += CellsOfKinds.cell(1 + j, (kind >> FIRST_COVARIATE + j & 1) == 1, happened);
        }
        return cells;
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
        int kind = (happened ? HAPPENED : 0) | (ready ? READY : 0);
        days.add(ready ? 1 : 0, day, happened, another);
        for (int j = 0; j < covariates.length; j++) {
            values[j] = covariates[j].of(participation, question.threshold());
            kind |= values[j] > 0 ? 1 << FIRST_COVARIATE + j : 0;
        }
        tables.add(kind, another);
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
        tables.join(others.tables);
        days.join(others.days);
        giveUpIfTooMany();
        if (rows != null) {
            rows.join(others.rows);
        }
    }

    /** Of those followed: ready or not, with an exchange or without. */
    Cells table() {
        return tables.table(0);
    }

    /** The same by each covariate: there or not. */
    List<Cells> byCovariate() {
        return IntStream.rangeClosed(1, covariates.length)
                .mapToObj(tables::table)
                .toList();
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
