package org.rapport.reporting.report.readinessexposure;

import java.util.ArrayList;
import java.util.List;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.TooFew;
import org.rapport.reporting.report.readinessexposure.ExposureReport.DyadicRobust;
import org.rapport.reporting.report.readinessexposure.ExposureReport.Dyads;

/** What a reader has to know before using the numbers, in plain words, drawn only from what this reader is shown. */
final class ExposureWarnings {

    private static final long FEW_EXCHANGING = 5;
    private static final long FEW_PEOPLE = 100;

    private final ExposureQuestion question;
    private final List<String> list = new ArrayList<>();

    ExposureWarnings(ExposureQuestion question) {
        this.question = question;
    }

    List<String> list() {
        return List.copyOf(list);
    }

    void dyads(Dyads dyads) {
        if (dyads.all() != null && dyads.all() == 0) {
            list.add("No pair is in this selection: are these events HELD or CANCELLED and over by " + question.asOf()
                    + ", and did people with consent to research register or attend?");
        }
        if (dyads.unascertained() != null && dyads.unascertained() > 0) {
            list.add(dyads.unascertained() + " pairs of " + dyads.all() + " could not be followed for the whole "
                    + question.windowDays() + " days and are left out");
        }
    }

    /** @param counts null if they may not be shown */
    void cells(PairCounts counts, DyadicRobust robust) {
        if (counts == null || counts.inRiskSet() == 0) {
            return;
        }
        for (boolean matched : new boolean[] {true, false}) {
            PairCount exposed = counts.cell(matched, true);
            PairCount unexposed = counts.cell(matched, false);
            String name = matched ? "with a prior match" : "without one";
            if (Math.min(exposed.exchanging(), unexposed.exchanging()) < FEW_EXCHANGING) {
                list.add("Among the pairs " + name + " fewer than 5 of one side had an exchange: do not trust the"
                        + " intervals of their ratio");
            }
            ExposureReport.Robust ratio = matched ? robust.matched() : robust.unmatched();
            if (ratio.lower() != null && ratio.lower() <= 1 && ratio.upper() >= 1) {
                list.add("Among the pairs " + name + " these data cannot tell whether meeting goes with exchanges; "
                        + TooFew.pairs(exposed.against(unexposed)));
            }
        }
        if (robust.ratio().lower() != null
                && robust.ratio().lower() <= 1
                && robust.ratio().upper() >= 1) {
            list.add(
                    "The interval of the ratio of relative risks includes 1: whether meeting goes with more where needs"
                            + " match, these data cannot tell");
        }
    }

    void people(long people) {
        if (people > 0 && people < FEW_PEOPLE) {
            list.add("Fewer than 100 people: the dyadic-robust intervals are too short as well");
        }
    }

    void suppression(Disclosure disclosure, boolean anythingHidden) {
        if (anythingHidden) {
            list.add("Numbers about fewer than " + disclosure.below()
                    + " people are hidden, with others from which they could be worked out");
        }
    }
}
