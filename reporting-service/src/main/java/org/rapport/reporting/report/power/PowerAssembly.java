package org.rapport.reporting.report.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.TooFew;
import org.rapport.reporting.report.participation.LeftOut;
import org.rapport.reporting.report.participation.SelectionWording;
import org.rapport.reporting.report.participation.Words;
import org.rapport.reporting.report.power.PowerParams.PowerQuestion;
import org.rapport.reporting.report.power.PowerReport.Detectable;
import org.rapport.reporting.report.power.PowerReport.Needed;
import org.rapport.reporting.report.power.PowerReport.Row;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.SampleSize;
import org.rapport.reporting.statistics.TwoByTwo;

/** Turns counts into the answer, leaving out what this caller may not see. */
final class PowerAssembly {

    private static final List<Double> RATIOS = List.of(1.25, 1.5, 2.0);
    private static final String NOBODY = "nobody in one of the groups";

    private final PowerQuestion question;
    private final LeftOut leftOut;
    private final PowerTally tally;
    private final Disclosure disclosure;
    private final List<String> warnings = new ArrayList<>();

    PowerAssembly(PowerQuestion question, LeftOut leftOut, PowerTally tally, Disclosure disclosure) {
        this.question = question;
        this.leftOut = leftOut;
        this.tally = tally;
        this.disclosure = disclosure;
    }

    PowerReport report() {
        if (tally.units.count() == 0) {
            warnings.add("Nobody is in this selection: are these events HELD and over by "
                    + question.selection().asOf() + ", and did people with consent to research attend them?");
        }
        List<Row> rows = new ArrayList<>();
        for (Compared compared : Compared.values()) {
            rows.add(row(compared, tally.table(compared)));
        }
        if (tally.ascertained.count() > tally.ascertained.people()) {
            warnings.add(
                    "Somebody who attended several events counts several times as if independent: the true power is"
                            + " less, and the sizes needed are larger");
        }
        boolean totalHidden = disclosure.hidesCount(tally.unascertained.people());
        return new PowerReport(
                "power",
                question.selection().asOf(),
                question.parameters(),
                new PowerReport.Population(
                        totalHidden ? null : tally.units.shown(disclosure),
                        totalHidden ? null : disclosure.count(tally.units.people(), tally.units.people()),
                        tally.ascertained.shown(disclosure),
                        tally.unascertained.shown(disclosure),
                        leftOut.shown(disclosure)),
                SampleSize.POWER,
                SampleSize.ALPHA,
                rows,
                Suppression.of(disclosure),
                definitions(),
                methods(),
                List.copyOf(warnings));
    }

    private Row row(Compared compared, Cells cells) {
        String key = Words.of(compared);
        if (disclosure.hides(cells)) {
            Estimate none = Estimate.undefined(disclosure.reason());
            Detectable undetectable = new Detectable(null, null, null, disclosure.reason());
            return new Row(
                    key,
                    compared.words(),
                    null,
                    null,
                    none,
                    none,
                    none,
                    undetectable,
                    undetectable,
                    null,
                    new Needed(null, null, null, null, null, disclosure.reason()),
                    List.of(),
                    disclosure.reason());
        }
        TwoByTwo table = disclosure.table(cells);
        double n1 = table.exposed();
        double n0 = table.unexposed();
        boolean empty = n1 == 0 || n0 == 0;
        double p1 = empty ? 0 : table.a() / n1;
        double p0 = empty ? 0 : table.c() / n0;
        Estimate ratio = table.relativeRisk();
        if (ratio.lower() != null && ratio.lower() <= 1 && ratio.upper() >= 1) {
            warnings.add(compared.words() + ": " + TooFew.words(table));
        }
        return new Row(
                key,
                compared.words(),
                table.exposed(),
                table.unexposed(),
                table.riskExposed(),
                table.riskUnexposed(),
                ratio,
                detectable(empty, SampleSize.detectableAbove(n1, n0, p0), p0),
                detectable(empty, SampleSize.detectableBelow(n1, n0, p0), p0),
                SampleSize.power(n1, p1, n0, p0),
                needed(empty, n1, p1, n0, p0, p0 == 0 ? null : Double.valueOf(p1 / p0)),
                RATIOS.stream()
                        .map(wanted -> wanted * p0 > 1
                                ? new Needed(wanted, null, null, null, null, "more than all of the exposed")
                                : needed(empty, n1, wanted * p0, n0, p0, wanted))
                        .toList(),
                empty ? NOBODY : null);
    }

    private static Detectable detectable(boolean empty, Double risk, double p0) {
        if (risk == null) {
            return new Detectable(null, null, null, empty ? NOBODY : "not even the largest difference would be found");
        }
        return new Detectable(risk, risk - p0, p0 == 0 ? null : Double.valueOf(risk / p0), null);
    }

    private static Needed needed(boolean empty, double n1, double p1, double n0, double p0, Double ratio) {
        Double times = SampleSize.timesLarger(n1, p1, n0, p0);
        if (times == null || times * (n1 + n0) > Integer.MAX_VALUE) {
            String reason = times != null ? "more than two thousand million" : empty ? NOBODY : "no difference";
            return new Needed(ratio, times, null, null, null, reason);
        }
        long exposed = (long) Math.ceil(times * n1);
        long unexposed = (long) Math.ceil(times * n0);
        return new Needed(ratio, times, exposed, unexposed, exposed + unexposed, null);
    }

    private Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put(
                "power",
                "The chance to find a difference that is there. All sizes are for 80 %, by a two-sided test at 0.05.");
        definitions.put(
                "detectable",
                "The smallest effect that as many people as there are would show, given the risk of the unexposed: whoever"
                        + " expects less should not conclude from finding nothing.");
        definitions.put(
                "powerForObserved",
                "Supposing the true difference to be the observed one. It says no more than the p-value does (Hoenig and"
                        + " Heisey 2001): look at what is detectable.");
        definitions.put(
                "needed", "How many people, in groups of the same proportion as these, such an effect would need.");
        definitions.put(
                "engaged",
                SelectionWording.exchange(question.selection()) + ", within " + question.windowDays() + " days.");
        definitions.put("unit", SelectionWording.unit(question.selection()));
        definitions.put("ready", SelectionWording.ready(question.threshold()));
        definitions.put("needMatch", SelectionWording.NEED_MATCH);
        definitions.put("embeddedness", SelectionWording.EMBEDDED);
        definitions.put("incentives", SelectionWording.INCENTIVE);
        return definitions;
    }

    private static Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put(
                "power",
                "two proportions, normal approximation without continuity correction, pooled variance under no difference"
                        + " (Fleiss, Levin and Paik 2003, chapter 4); in groups of one size what R's power.prop.test"
                        + " computes");
        methods.put("risk", "Wilson score interval (Wilson 1927)");
        methods.put("relativeRisk", "Katz log interval (Katz, Baptista, Azen and Pike 1978)");
        methods.put("suppression", "Small cells and their complements hidden (Hundepool and others 2012)");
        return methods;
    }
}
