package org.rapport.reporting.report;

import java.util.Locale;
import org.rapport.reporting.statistics.SampleSize;
import org.rapport.reporting.statistics.TwoByTwo;

/** Says how far data that cannot tell a difference are from telling it. */
public final class TooFew {

    /** Beyond it no programme will ever get. */
    private static final double OUT_OF_REACH = 1_000;

    private static final double TEN = 10;

    private TooFew() {}

    /** Of a comparison of two proportions of people. */
    public static String words(TwoByTwo table) {
        return words(table.total(), timesLarger(table), "people");
    }

    /** Of pairs, taking them to be independent: it would need at least so many. */
    public static String pairs(TwoByTwo table) {
        return words(table.total(), timesLarger(table), "pairs");
    }

    private static Double timesLarger(TwoByTwo table) {
        return table.exposed() == 0 || table.unexposed() == 0
                ? null
                : SampleSize.timesLarger(
                        table.exposed(),
                        (double) table.a() / table.exposed(),
                        table.unexposed(),
                        (double) table.c() / table.unexposed());
    }

    /**
     * @param count of what
     * @param times as many would do for 80 % power; null if no number would
     */
    public static String words(long count, Double times, String what) {
        if (times == null || times > OUT_OF_REACH) {
            return "too few to conclude: the groups hardly differ, and no number of " + what
                    + " within reach would tell them apart";
        }
        double rounded = Math.max(1.1, times);
        return "too few to conclude: " + count + " " + what + " would need "
                + String.format(Locale.ROOT, rounded < TEN ? "%.1f" : "%.0f", rounded)
                + " times as many for a difference like this to be found four times out of five";
    }
}
