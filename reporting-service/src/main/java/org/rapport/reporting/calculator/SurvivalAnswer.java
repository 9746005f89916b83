package org.rapport.reporting.calculator;

import java.util.ArrayList;
import java.util.List;
import org.rapport.reporting.answer.SurvivalCurve;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.survival.KaplanMeier;
import org.rapport.reporting.statistics.survival.LogRank;
import org.rapport.reporting.statistics.survival.SurvivalCounts;
import org.rapport.reporting.statistics.survival.SurvivalInterval;
import org.rapport.reporting.statistics.survival.SurvivalTimes;

/**
 * What a report says of times to something, and the same by other methods.
 *
 * @param logRank whether the curves differ
 * @param petoPeto the same with early events counting more
 */
public record SurvivalAnswer(
        List<SurvivalCurve> curves, LogRank logRank, LogRank petoPeto, RestrictedMeans restrictedMean) {

    /**
     * Mean times without the event, counted until a time τ.
     *
     * @param difference of the second group from the first, if there are two
     */
    public record RestrictedMeans(Double tau, List<GroupMean> groups, Estimate difference) {}

    /** One group's. */
    public record GroupMean(String group, Estimate mean) {}

    static SurvivalAnswer of(
            SurvivalTimes times, Labels groups, int[] stratum, List<Double> at, Double tau, SurvivalInterval interval) {
        int[] group = groups.numbers();
        List<SurvivalCurve> curves = new ArrayList<>();
        List<KaplanMeier> estimates = new ArrayList<>();
        SurvivalCounts counts = SurvivalCounts.of(times, group, groups.names().size());
        for (int g = 0; g < groups.names().size(); g++) {
            KaplanMeier curve = KaplanMeier.of(counts, g, interval);
            estimates.add(curve);
            curves.add(SurvivalCurve.of(groups.names().get(g), curve, at));
        }
        return new SurvivalAnswer(
                curves,
                LogRank.of(times, group, stratum),
                LogRank.peto(times, group, stratum),
                restrictedMeans(groups.names(), estimates, tau));
    }

    private static RestrictedMeans restrictedMeans(List<String> names, List<KaplanMeier> curves, Double tau) {
        double until = tau == null
                ? curves.stream()
                        .mapToDouble(c -> c.last() == null ? 0 : c.last())
                        .min()
                        .orElse(0)
                : tau;
        List<GroupMean> means = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            means.add(new GroupMean(names.get(g), curves.get(g).restrictedMean(until)));
        }
        return new RestrictedMeans(
                until,
                means,
                means.size() == 2
                        ? difference(means.get(0).mean(), means.get(1).mean())
                        : Estimate.undefined("only two groups have one difference"));
    }

    private static Estimate difference(Estimate first, Estimate second) {
        if (!first.defined() || !second.defined()) {
            return Estimate.undefined(first.defined() ? second.reason() : first.reason());
        }
        double se = Math.hypot(first.se() == null ? 0 : first.se(), second.se() == null ? 0 : second.se());
        return Estimate.normal(second.value() - first.value(), se, second.method());
    }
}
