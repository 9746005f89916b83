package org.rapport.reporting.report.needs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapport.reporting.answer.Median;
import org.rapport.reporting.answer.SurvivalCurve;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.DayCounts;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.EventFilter;
import org.rapport.reporting.report.GroupedDays;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.needs.NeedQuery.WithoutConsent;
import org.rapport.reporting.report.needs.NeedReport.NeedRow;
import org.rapport.reporting.report.needs.NeedReport.UnofferedRow;
import org.rapport.reporting.report.needs.NeedTally.Counts;
import org.rapport.reporting.report.participation.PeopleCount;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.Proportion;
import org.rapport.reporting.statistics.TwoByTwo;
import org.rapport.reporting.statistics.survival.KaplanMeier;
import org.rapport.reporting.statistics.survival.KaplanMeier.Horizon;

/** Turns counts into the answer, leaving out what this caller may not see. */
final class NeedAssembly {

    private static final List<Double> HORIZONS = List.of(30.0, 90.0, 180.0, 365.0);
    private static final String ALL = "all";
    private static final long FEW = 10;

    private final EventFilter filter;
    private final Instant asOf;
    private final WithoutConsent withoutConsent;
    private final Map<String, String> labels;
    private final NeedTally tally;
    private final Disclosure disclosure;
    private final boolean allHidden;

    NeedAssembly(
            EventFilter filter,
            Instant asOf,
            WithoutConsent withoutConsent,
            Map<String, String> labels,
            NeedTally tally,
            Disclosure disclosure) {
        this.filter = filter;
        this.asOf = asOf;
        this.withoutConsent = withoutConsent;
        this.labels = labels;
        this.tally = tally;
        this.disclosure = disclosure;
        this.allHidden = disclosure.hidesWithinRows(tally.all.cells);
    }

    NeedReport report() {
        List<NeedRow> byTopic = rows(tally.byTopic(), true);
        List<NeedRow> byKind = rows(tally.byKind(), false);
        boolean statusHidden = allHidden
                || disclosure.hidesCount(tally.all.withdrawn.people())
                || disclosure.hidesCount(tally.all.open.people());
        return new NeedReport(
                "needs",
                asOf,
                new NeedReport.Parameters(
                        asOf,
                        filter.programme(),
                        filter.project(),
                        filter.event(),
                        filter.country(),
                        filter.from(),
                        filter.to()),
                new NeedReport.Population(
                        disclosure.count(tally.all.declared.people(), tally.all.declared.people()),
                        tally.leftBefore.shown(disclosure),
                        new NeedReport.NeedsExcluded(
                                disclosure.count(withoutConsent.needs(), withoutConsent.people()))),
                tally.all.declared.shown(disclosure),
                allHidden ? null : tally.all.cells.table().a(),
                statusHidden ? null : tally.all.withdrawn.count(),
                statusHidden ? null : tally.all.open.count(),
                allHidden ? none() : share(tally.all),
                byTopic,
                byKind,
                tally.openNobodyOffers.shown(disclosure),
                unoffered(),
                allHidden ? SurvivalCurve.hidden(ALL, disclosure.reason()) : curve(tally.all.days),
                Suppression.of(disclosure),
                NeedWording.definitions(),
                NeedWording.methods(),
                warnings(byTopic, byKind));
    }

    private Estimate none() {
        return Estimate.undefined(disclosure.reason());
    }

    private Estimate share(Counts counts) {
        TwoByTwo table = disclosure.table(counts.cells);
        return new Proportion(table.a(), table.exposed()).wilson();
    }

    private List<NeedRow> rows(Map<String, Counts> parts, boolean topics) {
        Map<String, Cells> cells = new LinkedHashMap<>();
        parts.forEach((key, counts) -> cells.put(key, counts.cells));
        Set<String> hidden = disclosure.full() ? Set.of() : disclosure.hiddenRows(cells);
        List<NeedRow> rows = new ArrayList<>();
        parts.forEach((key, counts) -> {
            boolean isHidden = allHidden || hidden.contains(key);
            rows.add(new NeedRow(
                    key,
                    topics ? labels.getOrDefault(key, key) : key,
                    isHidden ? null : counts.declared.count(),
                    isHidden ? null : counts.cells.table().a(),
                    disclosure.full() ? counts.withdrawn.count() : null,
                    disclosure.full() ? counts.open.count() : null,
                    isHidden ? none() : share(counts),
                    isHidden
                            ? Median.hidden(disclosure.reason())
                            : curve(counts.days).median()));
        });
        return rows;
    }

    private List<UnofferedRow> unoffered() {
        List<UnofferedRow> rows = new ArrayList<>();
        if (disclosure.full()) {
            for (Map.Entry<String, PeopleCount> topic :
                    tally.openNobodyOffersByTopic().entrySet()) {
                rows.add(new UnofferedRow(
                        topic.getKey(),
                        labels.getOrDefault(topic.getKey(), topic.getKey()),
                        topic.getValue().count()));
            }
        }
        return rows;
    }

    private SurvivalCurve curve(DayCounts days) {
        if (disclosure.full()) {
            return SurvivalCurve.of(ALL, KaplanMeier.of(days.counts()), HORIZONS);
        }
        GroupedDays periods = new GroupedDays(days, disclosure.below());
        if (periods.tellsOfFew()) {
            return SurvivalCurve.hidden(ALL, disclosure.reason());
        }
        KaplanMeier curve = KaplanMeier.of(periods.times());
        List<Horizon> at = HORIZONS.stream()
                .map(day -> periods.endOn(day)
                        ? curve.at(day)
                        : new Horizon(day, null, null, null, null, null, "suppressed: no period ends on this day"))
                .toList();
        return SurvivalCurve.of(ALL, curve, at, null);
    }

    private List<String> warnings(List<NeedRow> byTopic, List<NeedRow> byKind) {
        List<String> warnings = new ArrayList<>();
        if (tally.all.declared.count() == 0) {
            warnings.add(
                    "No need is in this selection: had people with consent to research declared any by " + asOf + "?");
        }
        long few = byTopic.stream()
                .filter(row -> row.declared() != null && row.declared() < FEW)
                .count();
        if (few > 0) {
            warnings.add("Some topics have fewer than 10 needs: too few to compare their shares");
        }
        boolean anythingHidden = allHidden
                || byTopic.stream().anyMatch(row -> row.declared() == null)
                || byKind.stream().anyMatch(row -> row.declared() == null);
        if (anythingHidden) {
            warnings.add("Numbers about fewer than " + disclosure.below()
                    + " people are hidden, with others from which they could be worked out");
        }
        return warnings;
    }
}
