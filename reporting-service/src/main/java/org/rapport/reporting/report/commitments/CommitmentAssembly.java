package org.rapport.reporting.report.commitments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapport.reporting.answer.Comparison;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.TooFew;
import org.rapport.reporting.report.commitments.CommitmentReport.HorizonRow;
import org.rapport.reporting.report.commitments.CommitmentReport.KindRow;
import org.rapport.reporting.report.commitments.CommitmentTally.Horizon;
import org.rapport.reporting.report.commitments.CommitmentTally.OfKind;
import org.rapport.reporting.report.participation.LeftOut;
import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.participation.SelectionWording;
import org.rapport.reporting.report.participation.Words;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.Proportion;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.TwoByTwo;

/** Turns counts into the answer, leaving out what this caller may not see. */
final class CommitmentAssembly {

    private final Selection selection;
    private final LeftOut leftOut;
    private final CommitmentTally tally;
    private final Disclosure disclosure;
    private final List<String> warnings = new ArrayList<>();
    private boolean anythingHidden;

    CommitmentAssembly(Selection selection, LeftOut leftOut, CommitmentTally tally, Disclosure disclosure) {
        this.selection = selection;
        this.leftOut = leftOut;
        this.tally = tally;
        this.disclosure = disclosure;
    }

    CommitmentReport report() {
        if (tally.units.count() == 0) {
            warnings.add("Nobody is in this selection: are these events HELD and over by " + selection.asOf()
                    + ", and did people with consent to research attend them?");
        }
        Map<String, Double> pValues = new LinkedHashMap<>();
        List<KindRow> rows = new ArrayList<>();
        tally.kinds.forEach((kind, counts) -> rows.add(kind(kind, counts, pValues)));
        if (tally.units.count() > tally.units.people()) {
            warnings.add(
                    "Somebody who attended several events counts several times: look at the cluster-robust intervals");
        }
        if (anythingHidden) {
            warnings.add("Numbers about fewer than " + disclosure.below()
                    + " people are hidden, with others from which they could be worked out");
        }
        return new CommitmentReport(
                "commitments",
                selection.asOf(),
                parameters(),
                new CommitmentReport.Population(
                        tally.units.shown(disclosure),
                        disclosure.count(tally.units.people(), tally.units.people()),
                        leftOut.shown(disclosure)),
                rows,
                Comparison.family("commitments", pValues),
                Suppression.of(disclosure),
                definitions(),
                methods(),
                List.copyOf(warnings));
    }

    private CommitmentReport.Parameters parameters() {
        return new CommitmentReport.Parameters(
                selection.asOf(),
                selection.confirmed(),
                selection.newTies(),
                Words.of(selection.role()),
                Words.of(selection.unit()),
                Words.of(selection.ascertainment()),
                selection.filter().programme(),
                selection.filter().project(),
                selection.filter().event(),
                selection.filter().country(),
                selection.filter().from(),
                selection.filter().to());
    }

    private KindRow kind(CommitmentKind kind, OfKind counts, Map<String, Double> pValues) {
        List<HorizonRow> horizons = new ArrayList<>();
        counts.horizons.forEach(horizon -> {
            HorizonRow row = kind == CommitmentKind.NONE ? nothing(horizon) : promised(kind, horizon);
            horizons.add(row);
            if (row.fisherExact() != null) {
                pValues.put(kind + " " + horizon.days, row.fisherExact().pValue());
            }
        });
        return new KindRow(kind, counts.stated.shown(disclosure), counts.participations.shown(disclosure), horizons);
    }

    private HorizonRow nothing(Horizon horizon) {
        TwoByTwo table = disclosure.table(horizon.table);
        boolean hidden = hidesRow(horizon.table.people(0), horizon.table.people(1), table.exposed());
        return new HorizonRow(
                horizon.days,
                hidden ? null : table.exposed(),
                hidden ? null : table.a(),
                hidden ? none() : table.riskExposed(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private HorizonRow promised(CommitmentKind kind, Horizon horizon) {
        TwoByTwo table = disclosure.table(horizon.table);
        boolean hidden = hidesRow(horizon.table.people(0), horizon.table.people(1), table.exposed());
        boolean ratioHidden = hidden || hidesRow(horizon.table.people(2), horizon.table.people(3), table.unexposed());
        boolean toSomebody = kind == CommitmentKind.PARTICIPANT;
        TwoByTwo kept = disclosure.table(horizon.kept);
        boolean keptHidden = hidesRow(horizon.kept.people(0), horizon.kept.people(1), kept.exposed());
        Estimate ratio = ratioHidden ? none() : table.relativeRisk();
        Estimate robust = ratioHidden
                ? none()
                : horizon.clusterRobust().around(horizon.table.table(), table).relativeRisk();
        if (robust.lower() != null && robust.lower() <= 1 && robust.upper() >= 1) {
            warnings.add("By " + horizon.days + " days, those who promised something to "
                    + (toSomebody ? "somebody" : "the community")
                    + " cannot be told from those who promised nothing; " + TooFew.words(table));
        }
        return new HorizonRow(
                horizon.days,
                hidden ? null : table.exposed(),
                hidden ? null : table.a(),
                hidden ? none() : table.riskExposed(),
                ratio,
                robust,
                ratioHidden ? TestResult.undefined(disclosure.reason()) : table.fisherExact(),
                toSomebody && !keptHidden ? kept.exposed() : null,
                toSomebody && !keptHidden ? kept.a() : null,
                !toSomebody ? null : keptHidden ? none() : new Proportion(kept.a(), kept.exposed()).wilson());
    }

    private boolean hidesRow(long engaged, long notEngaged, long total) {
        boolean hides = total > 0 && Math.min(engaged, notEngaged) < disclosure.below();
        anythingHidden |= hides;
        return hides;
    }

    private Estimate none() {
        return Estimate.undefined(disclosure.reason());
    }

    private Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put(
                "interpretation",
                "An association: who promises something may be keener anyway, so it does not show that promising made the"
                        + " difference.");
        definitions.put("unit", SelectionWording.unit(selection));
        definitions.put(
                "commitments",
                "COMMUNITY to the community, PARTICIPANT to another participant (both may be one person's), NONE neither;"
                        + " commitments to somebody without consent to research are left out.");
        definitions.put("engaged", SelectionWording.exchange(selection) + ", within so many days.");
        definitions.put("ascertained", "Followed for so many days, whether or not engaged by then.");
        definitions.put("followUp", SelectionWording.followUp(selection));
        definitions.put("keptWithCounterpart", "The exchange was with the very person to whom it was promised.");
        return definitions;
    }

    private static Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put("risk", "Wilson score interval (Wilson 1927; Brown, Cai and DasGupta 2001)");
        methods.put("relativeRisk", "Katz log interval (Katz, Baptista, Azen and Pike 1978), against NONE");
        methods.put("clusterRobust", "by participant, without small-sample factor (Liang and Zeger 1986)");
        methods.put("fisherExact", "two-sided (Fisher 1935)");
        methods.put("multiplicity", "Holm 1979, over all kinds and horizons");
        methods.put("tooFew", "80 % power, two-sided 0.05, normal approximation (Fleiss, Levin and Paik 2003)");
        methods.put("suppression", "Small cells and their complements hidden (Hundepool and others 2012)");
        return methods;
    }
}
