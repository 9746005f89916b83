package org.rapport.reporting.report.comparison;

import java.util.Objects;
import java.util.UUID;
import org.rapport.reporting.report.participation.Participation;

/** Sums of the items of the assessments that give the ready their scores. */
final class ItemSums {

    private long assessed;
    private long notAssessed;
    private long people;
    private UUID latest;
    private long specificity;
    private long urgency;
    private long authority;
    private long benefit;

    /** @param items null if the need wasn't assessed by the start of the event */
    void add(UUID participant, Participation.Items items) {
        if (items == null) {
            notAssessed++;
            return;
        }
        assessed++;
        specificity += items.specificity();
        urgency += items.urgency();
        authority += items.authority();
        benefit += items.benefit();
        if (!Objects.equals(participant, latest)) {
            people++;
            latest = participant;
        }
    }

    /** Adds the sums of other people. */
    void join(ItemSums others) {
        assessed += others.assessed;
        notAssessed += others.notAssessed;
        people += others.people;
        specificity += others.specificity;
        urgency += others.urgency;
        authority += others.authority;
        benefit += others.benefit;
    }

    long people() {
        return people;
    }

    long notAssessed() {
        return notAssessed;
    }

    ComparisonReport.ItemMeans means() {
        if (assessed == 0) {
            return ComparisonReport.ItemMeans.undefined("no assessed need among the ready", notAssessed);
        }
        double n = assessed;
        return new ComparisonReport.ItemMeans(
                assessed, notAssessed, specificity / n, urgency / n, authority / n, benefit / n, null);
    }
}
