package org.rapport.reporting.report;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.rapport.reporting.statistics.survival.SurvivalCounts;

/**
 * Days put together until nobody is told by one: a step of a curve is one person's day. Months of 30 days (the year's end
 * being one, too) are joined until, in each group, as many people had the event in a period as may be shown, and as many or
 * none were lost from sight. Everything is then taken to have happened on the last day of its period.
 */
public final class GroupedDays {

    private static final double MONTH = 30;
    private static final double LAST_WHOLE_MONTH = 330;
    private static final double YEAR = 365;

    private final DayCounts days;
    private final int groups;
    private final int below;
    private final List<Period> periods;

    /** @param below fewer people than that are not to be told */
    public GroupedDays(DayCounts days, int below) {
        this.days = days;
        this.groups = days.groups();
        this.below = below;
        this.periods = joined();
    }

    /** Whether even all days together would tell of too few people. */
    public boolean tellsOfFew() {
        return periods.stream().anyMatch(period -> !period.tellsNobody());
    }

    /** Whether a period ends on a day, so that something can be said of it. */
    public boolean endOn(double day) {
        return periods.stream().anyMatch(period -> period.end == day)
                || !periods.isEmpty() && day > periods.get(periods.size() - 1).end;
    }

    public SurvivalCounts times() {
        long[][] events = new long[groups][];
        long[][] censored = new long[groups][];
        for (int g = 0; g < groups; g++) {
            int happened = 2 * g;
            events[g] = periods.stream()
                    .mapToLong(period -> period.counts[happened])
                    .toArray();
            censored[g] = periods.stream()
                    .mapToLong(period -> period.counts[happened + 1])
                    .toArray();
        }
        return new SurvivalCounts(
                periods.stream().mapToDouble(period -> period.end).toArray(), events, censored);
    }

    private List<Period> joined() {
        List<Period> joined = new ArrayList<>();
        Period open = null;
        for (Period month : months().values()) {
            if (open == null) {
                open = month;
            } else {
                open.join(month);
            }
            if (open.tellsNobody()) {
                joined.add(open);
                open = null;
            }
        }
        if (open != null) {
            joined.add(open);
        }
        while (joined.size() > 1 && !joined.get(joined.size() - 1).tellsNobody()) {
            Period last = joined.remove(joined.size() - 1);
            joined.get(joined.size() - 1).join(last);
        }
        return joined;
    }

    /** Everybody counts in the month of their first row alone: at least so many people are behind what is joined. */
    private NavigableMap<Double, Period> months() {
        NavigableMap<Double, Period> months = new TreeMap<>();
        for (int day = 0; day < days.days(); day++) {
            if (days.any(day)) {
                months.computeIfAbsent(month(day), Period::new).add(day);
            }
        }
        return months;
    }

    private static double month(double day) {
        if (day <= LAST_WHOLE_MONTH) {
            return Math.max(1, Math.ceil(day / MONTH)) * MONTH;
        }
        return day <= YEAR ? YEAR : YEAR + Math.ceil((day - YEAR) / MONTH) * MONTH;
    }

    /** Some months, one after the other. */
    private final class Period {

        private final long[] people = new long[2 * groups];
        private final long[] counts = new long[2 * groups];
        private double end;

        Period(double end) {
            this.end = end;
        }

        void add(int day) {
            for (int g = 0; g < groups; g++) {
                counts[2 * g] += days.rows(g, true, day);
                counts[2 * g + 1] += days.rows(g, false, day);
                people[2 * g] += days.people(g, true, day);
                people[2 * g + 1] += days.people(g, false, day);
            }
        }

        void join(Period next) {
            end = next.end;
            for (int cell = 0; cell < people.length; cell++) {
                counts[cell] += next.counts[cell];
                people[cell] += next.people[cell];
            }
        }

        boolean tellsNobody() {
            boolean nobody = true;
            for (int g = 0; g < groups; g++) {
                nobody &= people[2 * g] >= below && (counts[2 * g + 1] == 0 || people[2 * g + 1] >= below);
            }
            return nobody;
        }
    }
}
