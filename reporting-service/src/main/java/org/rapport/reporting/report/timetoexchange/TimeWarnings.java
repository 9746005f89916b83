package org.rapport.reporting.report.timetoexchange;

import java.util.ArrayList;
import java.util.List;
import org.rapport.reporting.answer.CoxRegression;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.TooFew;
import org.rapport.reporting.report.timetoexchange.FollowedRows.Times;
import org.rapport.reporting.statistics.SampleSize;
import org.rapport.reporting.statistics.survival.LogRank;

/** What a reader has to know before using the numbers, in plain words, drawn only from what this reader is shown. */
final class TimeWarnings {

    private static final double SIGNIFICANT = 0.05;
    private static final long FEW = 10;
    private static final long FEW_CLUSTERS = 40;

    private final TimeQuestion question;
    private final List<String> list = new ArrayList<>();

    TimeWarnings(TimeQuestion question) {
        this.question = question;
    }

    List<String> list() {
        return List.copyOf(list);
    }

    void population(TimeReport.Population population) {
        if (population.participations() != null && population.participations() == 0) {
            list.add("Nobody is in this selection: are these events HELD and over by "
                    + question.selection().asOf() + ", and did people with consent to research attend them?");
        }
        if (population.leftBeforeEnd() != null && population.leftBeforeEnd() > 0) {
            list.add(population.leftBeforeEnd() + " had left before their event ended, and are left out");
        }
        if (population.unascertained() != null && population.unascertained() > 0) {
            list.add(population.unascertained() + " never answered a follow-up: nothing is known of them, and they are"
                    + " left out");
        }
    }

    /** @param table null if it may not be shown */
    void curves(Cells table, LogRank logRank) {
        if (table == null || table.total() == 0) {
            return;
        }
        long events = table.table().outcomes();
        if (events < FEW) {
            list.add("Fewer than 10 had an exchange: too few to conclude anything");
        }
        if (logRank.defined() && logRank.pValue() >= SIGNIFICANT) {
            list.add("The curves cannot be told apart: " + TooFew.words(events, times(table, logRank), "exchanges"));
        }
    }

    /** By the ratio of observed to expected events, which approximates the hazard ratio. */
    private static Double times(Cells table, LogRank logRank) {
        double ready = logRank.observed().get(1) / logRank.expected().get(1);
        double notReady = logRank.observed().get(0) / logRank.expected().get(0);
        double share = (double) table.table().exposed() / table.total();
        if (ready == 0 || notReady == 0) {
            return null;
        }
        Double needed = SampleSize.events(ready / notReady, share);
        return needed == null ? null : Double.valueOf(needed / table.table().outcomes());
    }

    /** @param rows null if the regression may not be shown */
    void regression(CoxRegression cox, Times rows) {
        if (rows == null) {
            return;
        }
        cox.dropped()
                .forEach(covariate -> list.add(
                        "The covariate " + covariate.name() + " says nothing here (" + covariate.reason() + ")"));
        list.addAll(cox.warnings());
        if (cox.coefficients().isEmpty() || cox.reason() != null) {
            return;
        }
        cox.proportionalHazards().rows().stream()
                .filter(row -> row.pValue() != null && row.pValue() < SIGNIFICANT)
                .forEach(
                        row -> list.add(
                                row.name().equals("GLOBAL")
                                        ? "The hazard ratios change over time (p < 0.05, all covariates together): one number for"
                                                + " all times is the wrong summary"
                                        : "The hazard ratio of " + row.name()
                                                + " changes over time (p < 0.05): one number for all times is the wrong summary"));
        int people = rows.participants();
        int events = rows.events();
        if (people < rows.times().size()) {
            list.add(
                    people + " people are counted " + rows.times().size()
                            + " times: tests and intervals that take rows to be independent are too sure; look at the robust ones");
        }
        if (people < FEW_CLUSTERS) {
            list.add("Fewer than 40 people: the robust errors are too small as well");
        } else if (events < FEW_CLUSTERS) {
            list.add("Fewer than 40 events: errors by event are too small");
        }
    }

    void noRegression(String reason) {
        list.add("The regression is " + reason);
    }

    void suppression(Disclosure disclosure, boolean anythingHidden, boolean grouped) {
        if (anythingHidden) {
            list.add("Numbers about fewer than " + disclosure.below()
                    + " people are hidden, with others from which they could be worked out");
        }
        if (grouped) {
            list.add("Days are put together to periods in which at least " + disclosure.below()
                    + " people of either group had an exchange, all taken to have happened on the last day: the curves come"
                    + " down a little late, and atRisk is who entered the period");
        }
    }
}
