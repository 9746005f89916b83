package org.rapport.reporting.report.timetoexchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapport.reporting.answer.Comparison;
import org.rapport.reporting.answer.CoxRegression;
import org.rapport.reporting.answer.SurvivalCurve;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.GroupedDays;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.participation.LeftOut;
import org.rapport.reporting.report.timetoexchange.FollowedRows.Times;
import org.rapport.reporting.statistics.survival.Cox;
import org.rapport.reporting.statistics.survival.KaplanMeier;
import org.rapport.reporting.statistics.survival.KaplanMeier.Horizon;
import org.rapport.reporting.statistics.survival.LogRank;
import org.rapport.reporting.statistics.survival.SurvivalCounts;

/** Turns times into the answer, leaving out what this caller may not see. */
final class TimeAssembly {

    private static final List<String> GROUPS = List.of("notReady", "ready");
    private static final List<Double> HORIZONS = List.of(30.0, 90.0, 180.0, 365.0);

    private static final String TOO_MANY =
            "not computed over so many participations: name a programme, a project, an event, a country or a time";

    private final TimeQuestion question;
    private final LeftOut leftOut;
    private final TimeTally tally;
    private final Disclosure disclosure;
    private final Cells table;
    private final SurvivalCounts counts;
    private final boolean tableHidden;
    private final boolean coxHidden;

    /** Why there is no regression; null if there is one. */
    private final String noCox;

    /** Null if there is no regression. */
    private final Times rows;

    TimeAssembly(TimeQuestion question, LeftOut leftOut, TimeTally tally, Disclosure disclosure) {
        this.question = question;
        this.leftOut = leftOut;
        this.tally = tally;
        this.disclosure = disclosure;
        this.table = tally.table();
        this.counts = tally.days.counts();
        this.tableHidden = disclosure.hides(table);
        this.coxHidden = tableHidden || tally.byCovariate().stream().anyMatch(disclosure::hidesWithinRows);
        this.noCox = coxHidden ? disclosure.reason() : tally.tooManyForRegression() ? TOO_MANY : null;
        this.rows = noCox == null ? tally.times() : null;
    }

    TimeReport report() {
        List<SurvivalCurve> curves = tableHidden ? hiddenCurves() : disclosure.full() ? exactCurves() : groupedCurves();
        LogRank logRank = tableHidden ? hiddenLogRank() : LogRank.of(counts);
        CoxRegression cox = noCox == null ? cox() : CoxRegression.hidden(question.covariateNames(), noCox);
        TimeReport.Population population = population();
        TimeWarnings warnings = new TimeWarnings(question);
        warnings.population(population);
        warnings.curves(tableHidden ? null : table, logRank);
        warnings.regression(cox, rows);
        if (noCox != null && !coxHidden) {
            warnings.noRegression(noCox);
        }
        warnings.suppression(disclosure, tableHidden || coxHidden, !tableHidden && !disclosure.full());
        return new TimeReport(
                "time-to-exchange",
                question.selection().asOf(),
                question.parameters(),
                population,
                noCox == null ? sums() : null,
                curves,
                logRank,
                cox,
                multiplicity(logRank, cox),
                Suppression.of(disclosure),
                TimeWording.definitions(question),
                TimeWording.methods(),
                warnings.list());
    }

    private TimeReport.Population population() {
        boolean hidesTotal = disclosure.hidesCount(tally.leftBeforeEnd.people())
                || disclosure.hidesCount(tally.unascertained.people());
        long followed = table.total();
        return new TimeReport.Population(
                hidesTotal ? null : tally.units.shown(disclosure),
                hidesTotal ? null : disclosure.count(tally.units.people(), tally.units.people()),
                tableHidden && followed > 0 ? null : Long.valueOf(followed),
                tally.leftBeforeEnd.shown(disclosure),
                tally.unascertained.shown(disclosure),
                leftOut.shown(disclosure));
    }

    private Map<String, Double> sums() {
        Map<String, Double> sums = new LinkedHashMap<>();
        rows.columns()
                .forEach((name, values) -> sums.put(name, Arrays.stream(values).sum()));
        return sums;
    }

    private List<SurvivalCurve> hiddenCurves() {
        return GROUPS.stream()
                .map(group -> SurvivalCurve.hidden(group, disclosure.reason()))
                .toList();
    }

    private List<SurvivalCurve> exactCurves() {
        List<SurvivalCurve> curves = new ArrayList<>();
        for (int g = 0; g < GROUPS.size(); g++) {
            curves.add(SurvivalCurve.of(GROUPS.get(g), KaplanMeier.of(counts, g), HORIZONS));
        }
        return curves;
    }

    private List<SurvivalCurve> groupedCurves() {
        GroupedDays periods = new GroupedDays(tally.days, disclosure.below());
        if (periods.tellsOfFew()) {
            return hiddenCurves();
        }
        SurvivalCounts times = periods.times();
        List<SurvivalCurve> curves = new ArrayList<>();
        for (int g = 0; g < GROUPS.size(); g++) {
            KaplanMeier curve = KaplanMeier.of(times, g);
            List<Horizon> at = HORIZONS.stream()
                    .map(day -> periods.endOn(day)
                            ? curve.at(day)
                            : new Horizon(day, null, null, null, null, null, "suppressed: no period ends on this day"))
                    .toList();
            curves.add(SurvivalCurve.of(GROUPS.get(g), curve, at, null));
        }
        return curves;
    }

    private LogRank hiddenLogRank() {
        return new LogRank(null, null, null, null, null, null, disclosure.reason());
    }

    private CoxRegression cox() {
        return CoxRegression.of(
                question.covariateNames(), Cox.of(rows.times(), rows.covariates()), rows.participant(), rows.event());
    }

    private List<Comparison> multiplicity(LogRank logRank, CoxRegression cox) {
        Map<String, Double> pValues = new LinkedHashMap<>();
        pValues.put("logRank", logRank.pValue());
        cox.coefficients()
                .forEach(coefficient -> pValues.put(
                        "cox " + coefficient.name(),
                        coefficient.robustWaldTest().pValue()));
        return Comparison.family("time to exchange", pValues);
    }
}
