package org.rapport.reporting.report.readinessexposure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapport.reporting.answer.Comparison;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.readinessexposure.ExposureReport.CellRow;
import org.rapport.reporting.report.readinessexposure.ExposureReport.DesignRow;
import org.rapport.reporting.report.readinessexposure.ExposureReport.DyadicRobust;
import org.rapport.reporting.report.readinessexposure.ExposureReport.PermutationTest;
import org.rapport.reporting.report.readinessexposure.ExposureReport.Robust;
import org.rapport.reporting.report.readinessexposure.ExposureReport.RungRow;
import org.rapport.reporting.report.readinessexposure.PairQuery.Excluded;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.network.DyadicRelativeRisk;

/** Turns counts of pairs into the answer, leaving out what this caller may not see. */
final class ExposureAssembly {

    private static final boolean[] BOTH = {true, false};

    private final ExposureQuestion question;
    private final Excluded excluded;
    private final PairCounts counts;
    private final Ladder ladder;
    private final Disclosure disclosure;
    private final boolean cellsHidden;
    private final boolean ladderHidden;

    ExposureAssembly(
            ExposureQuestion question, Excluded excluded, PairCounts counts, Ladder ladder, Disclosure disclosure) {
        this.question = question;
        this.excluded = excluded;
        this.counts = counts;
        this.ladder = ladder;
        this.disclosure = disclosure;
        // what is in the one table is what the ladder's sums leave over from the other: all or nothing
        this.cellsHidden = hides(true) || hides(false);
        this.ladderHidden = cellsHidden || ladder.rungs().values().stream().anyMatch(this::isSmall);
    }

    private boolean hides(boolean matched) {
        return isSmall(counts.cell(matched, true)) || isSmall(counts.cell(matched, false));
    }

    private boolean isSmall(PairCount pairs) {
        return !disclosure.full() && pairs.pairs() > 0 && pairs.isOfFewerThan(disclosure.below());
    }

    ExposureReport report() {
        DyadicRelativeRisk risks = counts.risks();
        Estimate matched = shown(cell(true, true).against(cell(true, false)).relativeRisk());
        Estimate unmatched = shown(cell(false, true).against(cell(false, false)).relativeRisk());
        DyadicRobust robust = new DyadicRobust(
                Robust.of(shown(risks.relativeRisk(0))),
                Robust.of(shown(risks.relativeRisk(1))),
                Robust.of(shown(risks.ratio(0, 1))));
        PermutationTest qap = test(true);
        PermutationTest qapExposure = test(false);
        ExposureReport.Dyads dyads = dyads();
        List<DesignRow> designs = designs();
        ExposureWarnings warnings = new ExposureWarnings(question);
        warnings.dyads(dyads);
        warnings.cells(cellsHidden ? null : counts, robust);
        warnings.people(counts.people());
        warnings.suppression(disclosure, cellsHidden || ladderHidden);
        return new ExposureReport(
                "readiness-exposure",
                question.asOf(),
                question.parameters(),
                new ExposureReport.Population(
                        disclosure.count(counts.people(), counts.people()),
                        new ExposureReport.ExcludedMembers(
                                disclosure.count(excluded.eventNotOver(), excluded.eventNotOverPeople()),
                                disclosure.count(excluded.noConsent(), excluded.noConsentPeople()))),
                dyads,
                cells(),
                matched,
                unmatched,
                ratio(matched, unmatched),
                robust,
                rungs(),
                new ExposureReport.Unexposed(
                        unexposedHidden() ? null : counts.notAttended.pairs(),
                        unexposedHidden() ? null : counts.cancelledEvent.pairs()),
                designs,
                qap,
                qapExposure,
                multiplicity(qap, qapExposure),
                Suppression.of(disclosure),
                ExposureWording.definitions(question),
                ExposureWording.methods(),
                warnings.list());
    }

    private PairCount cell(boolean matched, boolean exposed) {
        return counts.cell(matched, exposed).shown(disclosure);
    }

    private Estimate shown(Estimate estimate) {
        return cellsHidden ? Estimate.undefined(disclosure.reason()) : estimate;
    }

    private ExposureReport.Dyads dyads() {
        boolean hidesTies = disclosure.hidesCount(counts.peopleWithPriorTies());
        boolean hidesUnascertained = disclosure.hidesCount(counts.peopleNotFollowed());
        return new ExposureReport.Dyads(
                hidesTies || hidesUnascertained ? null : counts.all(),
                hidesUnascertained ? null : counts.unascertained(),
                hidesTies ? null : counts.priorTies(),
                cellsHidden ? null : counts.inRiskSet());
    }

    private List<CellRow> cells() {
        List<CellRow> rows = new ArrayList<>();
        for (boolean matched : BOTH) {
            for (boolean exposed : BOTH) {
                PairCount pairs = cell(matched, exposed);
                rows.add(new CellRow(
                        (matched ? "matched" : "unmatched") + (exposed ? " and exposed" : " and not exposed"),
                        matched,
                        exposed,
                        cellsHidden ? null : pairs.pairs(),
                        cellsHidden ? null : pairs.exchanging(),
                        cellsHidden ? null : pairs.exchanges(),
                        shown(pairs.risk().wilson()),
                        cellsHidden ? null : pairs.ratePer1000()));
            }
        }
        return rows;
    }

    private Estimate ratio(Estimate matched, Estimate unmatched) {
        if (!matched.defined() || !unmatched.defined()) {
            return matched.defined() ? unmatched : matched;
        }
        double se = Math.hypot(orZero(matched.seLog()), orZero(unmatched.seLog()));
        return Estimate.logNormal(matched.value() / unmatched.value(), se, "Katz log, independent cells");
    }

    private static double orZero(Double number) {
        return number == null ? 0 : number;
    }

    private List<RungRow> rungs() {
        List<RungRow> rows = new ArrayList<>();
        boolean matchedHidden = ladderHidden
                || !disclosure.full()
                        && ladder.rungs().values().stream()
                                .anyMatch(rung -> rung.matched() > 0
                                        && rung.matched() <= Gathering.pairs(disclosure.below() - 1L));
        ladder.rungs().forEach((rung, exact) -> {
            PairCount pairs = exact.shown(disclosure);
            Estimate none = Estimate.undefined(disclosure.reason());
            rows.add(new RungRow(
                    rung.name(),
                    ladderHidden ? null : pairs.pairs(),
                    ladderHidden ? null : pairs.exchanging(),
                    ladderHidden ? null : pairs.exchanges(),
                    ladderHidden ? none : pairs.risk().wilson(),
                    ladderHidden ? null : pairs.ratePer1000(),
                    matchedHidden ? null : pairs.matched(),
                    ladderHidden ? none : againstNone(rung, pairs)));
        });
        return rows;
    }

    private Estimate againstNone(Ladder.Rung rung, PairCount pairs) {
        return rung == Ladder.Rung.NONE
                ? Estimate.undefined("the others are compared with these")
                : pairs.against(ladder.rungs().get(Ladder.Rung.NONE).shown(disclosure))
                        .relativeRisk();
    }

    private List<DesignRow> designs() {
        PairCount exposed = new PairCount().plus(counts.cell(true, true)).plus(counts.cell(false, true));
        boolean hidden = unexposedHidden();
        return List.of(
                design("notAttended", ExposureWording.NOT_ATTENDED, exposed, counts.notAttended, hidden),
                design("cancelledEvent", ExposureWording.CANCELLED, exposed, counts.cancelledEvent, hidden),
                design(
                        "randomisedSession",
                        ExposureWording.RANDOMISED,
                        ladder.sameRandomised,
                        ladder.otherRandomised,
                        cellsHidden || isSmall(ladder.sameRandomised) || isSmall(ladder.otherRandomised)));
    }

    /** Those unexposed for one reason are what those for the other leave of all unexposed: both or neither. */
    private boolean unexposedHidden() {
        return cellsHidden || isSmall(counts.notAttended) || isSmall(counts.cancelledEvent);
    }

    private DesignRow design(String name, String words, PairCount exactExposed, PairCount exactOthers, boolean hidden) {
        PairCount exposed = exactExposed.shown(disclosure);
        PairCount others = exactOthers.shown(disclosure);
        Estimate none = Estimate.undefined(disclosure.reason());
        return new DesignRow(
                name,
                words,
                hidden ? null : exposed.pairs(),
                hidden ? null : exposed.exchanging(),
                hidden ? none : exposed.risk().wilson(),
                hidden ? null : others.pairs(),
                hidden ? null : others.exchanging(),
                hidden ? none : others.risk().wilson(),
                hidden ? none : exposed.against(others).relativeRisk());
    }

    private PermutationTest test(boolean match) {
        if (cellsHidden) {
            return PermutationTest.undefined(disclosure.reason());
        }
        PairPermutations.Result result =
                match ? counts.permutations().match() : counts.permutations().exposure();
        if (result == null) {
            return PermutationTest.undefined("no pair had an exchange");
        }
        return new PermutationTest(
                (double) result.observed(),
                result.expected(),
                result.pTwoSided(),
                result.pGreater(),
                result.pLess(),
                result.permutations(),
                PairPermutations.SEED,
                "QAP, people permuted within events"
                        + (match ? " and within those who came and those who did not" : ""),
                null);
    }

    private static List<Comparison> multiplicity(PermutationTest match, PermutationTest exposure) {
        Map<String, Double> pValues = new LinkedHashMap<>();
        pValues.put("qap", match.pValue());
        pValues.put("qapExposure", exposure.pValue());
        return Comparison.family("pairs", pValues);
    }
}
