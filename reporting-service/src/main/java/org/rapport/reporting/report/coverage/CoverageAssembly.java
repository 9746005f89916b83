package org.rapport.reporting.report.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.coverage.CoverageQuery.Consent;
import org.rapport.reporting.report.coverage.CoverageReport.Known;
import org.rapport.reporting.report.coverage.CoverageReport.Row;
import org.rapport.reporting.report.coverage.CoverageReport.WaveRow;
import org.rapport.reporting.report.coverage.CoverageTally.Counts;
import org.rapport.reporting.report.coverage.Waves.Wave;
import org.rapport.reporting.report.participation.LeftOut;
import org.rapport.reporting.report.participation.SelectionWording;
import org.rapport.reporting.report.participation.UnresolvedReferences.Unresolved;
import org.rapport.reporting.report.participation.Words;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.Proportion;

/** Turns counts into the answer, leaving out what this caller may not see. */
final class CoverageAssembly {

    private static final double LITTLE = 0.7;

    private final CoverageQuestion question;
    private final LeftOut leftOut;
    private final CoverageTally tally;
    private final Map<UUID, Counts> events;
    private final Map<UUID, String> titles;
    private final Disclosure disclosure;
    private final List<String> warnings = new ArrayList<>();

    /** Many events have the same. */
    private final Map<Proportion, Estimate> shares = new HashMap<>();

    private boolean anythingHidden;

    CoverageAssembly(
            CoverageQuestion question,
            LeftOut leftOut,
            CoverageTally tally,
            Map<UUID, Counts> events,
            Map<UUID, String> titles,
            Disclosure disclosure) {
        this.question = question;
        this.leftOut = leftOut;
        this.tally = tally;
        this.events = events;
        this.titles = titles;
        this.disclosure = disclosure;
    }

    CoverageReport report(List<Wave> waves, Consent consent, List<Unresolved> unresolved) {
        List<WaveRow> followUps = waves.stream().map(this::wave).toList();
        CoverageReport.Ascertained ascertainment =
                new CoverageReport.Ascertained(known(tally.recorded), known(tally.confirmed));
        List<Row> cells = cells();
        List<Row> ofEvents = events();
        CoverageReport.Population population = new CoverageReport.Population(
                tally.units.shown(disclosure),
                disclosure.count(tally.units.people(), tally.units.people()),
                leftOut.shown(disclosure));
        warn(ascertainment, unresolved);
        return new CoverageReport(
                "coverage",
                question.selection().asOf(),
                question.parameters(),
                population,
                followUps,
                ascertainment,
                cells,
                ofEvents,
                tally.late.shown(disclosure),
                new CoverageReport.ConsentWithheld(
                        population.excluded().noResearchConsent(),
                        disclosure.count(consent.withheld(), consent.withheld()),
                        disclosure.hidesCount(consent.withheld()) ? null : Long.valueOf(consent.people())),
                unresolved.stream()
                        .map(reference -> new CoverageReport.ReferenceRow(reference.reference(), reference.count()))
                        .toList(),
                Suppression.of(disclosure),
                definitions(),
                methods(),
                List.copyOf(warnings));
    }

    private WaveRow wave(Wave wave) {
        boolean hidden =
                wave.due() > 0 && Math.min(wave.answeredPeople(), wave.unansweredPeople()) < disclosure.below();
        anythingHidden |= hidden;
        String group = wave.attended() ? "attended" : "notAttended";
        return new WaveRow(
                group + " " + wave.days(),
                group,
                wave.days(),
                hidden ? null : wave.due(),
                disclosure.count(wave.sent(), wave.sentPeople()),
                hidden ? null : wave.answered(),
                hidden
                        ? none()
                        : disclosure
                                .proportion(wave.answeredOfDue(), wave.due())
                                .wilson());
    }

    private Known known(Cells followed) {
        boolean hidden = disclosure.hidesWithinRows(followed);
        anythingHidden |= hidden;
        return new Known(
                hidden ? null : followed.table().a(),
                hidden ? null : followed.table().b(),
                hidden
                        ? none()
                        : disclosure
                                .proportion(followed.table().a(), followed.total())
                                .wilson());
    }

    private List<Row> cells() {
        boolean hidden = tally.cells.values().stream()
                .anyMatch(counts -> disclosure.hidesWithinRows(counts.answered())
                        || disclosure.hidesWithinRows(counts.ascertained()));
        List<Row> rows = new ArrayList<>();
        tally.cells.forEach((cell, counts) -> rows.add(row(Words.of(cell), Words.of(cell), counts, hidden)));
        return rows;
    }

    private List<Row> events() {
        Map<UUID, Cells> answered = new LinkedHashMap<>();
        Map<UUID, Cells> ascertained = new LinkedHashMap<>();
        events.forEach((id, counts) -> {
            answered.put(id, counts.answered());
            ascertained.put(id, counts.ascertained());
        });
        Set<UUID> hidden = disclosure.full() ? Set.of() : disclosure.hiddenRows(answered);
        Set<UUID> alsoHidden = disclosure.full() ? Set.of() : disclosure.hiddenRows(ascertained);
        List<Row> rows = new ArrayList<>();
        events.forEach((id, counts) -> {
            String title = titles.get(id);
            rows.add(row(
                    id.toString(),
                    title == null ? id.toString() : title,
                    counts,
                    hidden.contains(id) || alsoHidden.contains(id)));
        });
        return rows;
    }

    private Row row(String key, String label, Counts counts, boolean hidden) {
        anythingHidden |= hidden;
        return new Row(
                key,
                label,
                hidden ? null : counts.answered().total(),
                hidden ? null : counts.answered().table().a(),
                hidden ? none() : share(counts.answered()),
                hidden ? null : counts.ascertained().table().a(),
                hidden ? null : counts.ascertained().table().b());
    }

    private Estimate share(Cells answered) {
        Proportion share = disclosure.proportion(answered.table().a(), answered.total());
        return shares.computeIfAbsent(share, Proportion::wilson);
    }

    private Estimate none() {
        return Estimate.undefined(disclosure.reason());
    }

    private void warn(CoverageReport.Ascertained ascertainment, List<Unresolved> unresolved) {
        if (tally.units.count() == 0) {
            warnings.add("Nobody is in this selection: are these events HELD and over by "
                    + question.selection().asOf() + ", and did people with consent to research attend them?");
        }
        Estimate confirmed = ascertainment.confirmed().share();
        if (confirmed.value() != null && confirmed.value() < LITTLE) {
            warnings.add("Of fewer than 70 % it was confirmed by an answer what followed in " + question.windowDays()
                    + " days: of the others nothing recorded is taken for nothing happened, unless"
                    + " ascertainment=confirmed is asked for");
        }
        long references = unresolved.stream().mapToLong(Unresolved::count).sum();
        if (references > 0) {
            warnings.add(references
                    + " references name something that is not known here, or not yet: what hangs on them is in"
                    + " no report");
        }
        if (anythingHidden) {
            warnings.add("Numbers about fewer than " + disclosure.below()
                    + " people are hidden, with others from which they could be worked out");
        }
    }

    private Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put(
                "followUps",
                "Of people with consent to research at events that were held: those who attended, and those with a confirmed"
                        + " registration or another attendance record who did not. Due: the day had come, and they had not"
                        + " left. Sent: that the invitation went out is told; answers may be imported without it.");
        definitions.put(
                "ascertainment",
                "Followed for the whole window of " + question.windowDays()
                        + " days: recorded, until asOf or until they"
                        + " left; confirmed, until the last answered follow-up.");
        definitions.put(
                "cells",
                "Ready or not, engaged within the window or not, by what is recorded: answers that are rarer in one cell bias"
                        + " the comparison.");
        definitions.put("answered", "At least one follow-up was answered.");
        definitions.put("ready", SelectionWording.ready(question.threshold()));
        definitions.put(
                "engaged",
                SelectionWording.exchange(question.selection()) + ", within " + question.windowDays() + " days.");
        definitions.put("unit", SelectionWording.unit(question.selection()));
        definitions.put("lateNeeds", "Needs declared after the start of the event: they never count as prior.");
        definitions.put(
                "unresolvedReferences",
                "Whatever the filters: how often a column names something of which no news has arrived.");
        return definitions;
    }

    private static Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put("share", "Wilson score interval (Wilson 1927; Brown, Cai and DasGupta 2001)");
        methods.put("suppression", "Small cells and their complements hidden (Hundepool and others 2012)");
        return methods;
    }
}
