package org.rapport.reporting.answer;

import java.util.stream.LongStream;
import org.rapport.reporting.statistics.KendallTau;
import org.rapport.reporting.statistics.Rank;
import org.rapport.reporting.statistics.SpearmanRho;

/** Whether more of one goes with more of the other, by ranks. */
public record RankCorrelation(Long n, SpearmanRho spearman, KendallTau kendall) {

    public static RankCorrelation of(double[] x, double[] y) {
        return new RankCorrelation((long) x.length, Rank.spearman(x, y), Rank.kendall(x, y));
    }

    /** @param counts how often each pair of values occurs */
    public static RankCorrelation of(double[] x, double[] y, long[] counts) {
        return new RankCorrelation(
                LongStream.of(counts).sum(), Rank.spearman(x, y, counts), Rank.kendall(x, y, counts));
    }

    public static RankCorrelation hidden(String reason) {
        return new RankCorrelation(
                null,
                new SpearmanRho(null, null, null, null, null, null, null, null, reason),
                new KendallTau(null, null, null, null, null, null, null, reason));
    }
}
