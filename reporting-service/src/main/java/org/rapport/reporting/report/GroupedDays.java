package org.rapport.reporting.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.rapport.reporting.statistics.survival.SurvivalTimes;

/**
 * Days put together until nobody is told by one: a step of a curve is one person's day. Months of 30 days (the year's end
 * being one, too) are joined until, in each group, as many people had the event in a period as may be shown, and as many or
 * none were lost from sight. Everything is then taken to have happened on the last day of its period.
 */
public final class GroupedDays {

    private static final double MONTH = 30;
    private static final double LAST_WHOLE_MONTH = 330;
    private static final double YEAR = 365;

    private final SurvivalTimes exact;
    private final int[] group;
    private final int[] person;
    private final int groups;
    private final int below;
    private final boolean ofFew;
    private final NavigableMap<Double, Double> endOf = new TreeMap<>();
    private final Set<Double> ends = new HashSet<>();

    /**
     * @param group a number from 0 per row
     * @param person a number per row, those of one person one after the other
     * @param below fewer people than that are not to be told
     */
    public GroupedDays(SurvivalTimes exact, int[] group, int groups, int[] person, int below) {
        this.exact = exact;
        this.group = group;
        this.groups = groups;
        this.person = person;
        this.below = below;
        List<Period> periods = joined();
        this.ofFew = periods.stream().anyMatch(period -> !period.tellsNobody());
        for (Period period : periods) {
            double end = period.months.get(period.months.size() - 1);
            ends.add(end);
            period.months.forEach(month -> endOf.put(month, end));
        }
    }

    /** Whether even all days together would tell of too few people. */
    public boolean tellsOfFew() {
        return ofFew;
    }

    /** Whether a period ends on a day, so that something can be said of it. */
    public boolean endOn(double day) {
        return ends.contains(day) || !endOf.isEmpty() && day > endOf.lastKey();
    }

    public SurvivalTimes times() {
        double[] times = new double[exact.size()];
        boolean[] events = new boolean[exact.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = endOf.get(month(exact.time(i)));
            events[i] = exact.event(i);
        }
        return SurvivalTimes.of(times, events);
    }

    private List<Period> joined() {
        List<Period> periods = new ArrayList<>();
        Period open = new Period();
        for (Map.Entry<Double, Period> month : months().entrySet()) {
            open.join(month.getValue());
            if (open.tellsNobody()) {
                periods.add(open);
                open = new Period();
            }
        }
        if (!open.months.isEmpty()) {
            periods.add(open);
        }
        while (periods.size() > 1 && !periods.get(periods.size() - 1).tellsNobody()) {
            Period last = periods.remove(periods.size() - 1);
            periods.get(periods.size() - 1).join(last);
        }
        return periods;
    }

    /** Everybody counts in the month of their first row alone: at least so many people are behind what is joined. */
    private NavigableMap<Double, Period> months() {
        NavigableMap<Double, Period> months = new TreeMap<>();
        int latest = -1;
        for (int i = 0; i < exact.size(); i++) {
            double month = month(exact.time(i));
            boolean another = person[i] != latest;
            latest = person[i];
            months.computeIfAbsent(month, Period::new).add(group[i], exact.event(i), another);
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

        private final List<Double> months = new ArrayList<>();
        private final long[] people = new long[2 * groups];
        private final long[] counts = new long[2 * groups];

        Period() {}

        Period(double month) {
            months.add(month);
        }

        void add(int ofGroup, boolean event, boolean another) {
            int cell = 2 * ofGroup + (event ? 0 : 1);
            counts[cell]++;
            people[cell] += another ? 1 : 0;
        }

        void join(Period next) {
            months.addAll(next.months);
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
