package org.rapport.reporting.report.participation;

import org.rapport.reporting.report.participation.Selection.Ascertainment;
import org.rapport.reporting.report.participation.Selection.Role;
import org.rapport.reporting.report.participation.Selection.Unit;

/** What the words mean that several reports use. */
public final class SelectionWording {

    public static final String OPEN_NEED =
            "declared at or before the start of the event, and neither met nor withdrawn by then";

    public static final String NEED_MATCH =
            "Need match: a need " + OPEN_NEED + ", on a topic that another attendee offered at the time.";

    public static final String EMBEDDED =
            "The event belongs to a project that starts before the event starts and ends after the event ends.";

    public static final String INCENTIVE = "The registration carries an incentive, or the event has one for everybody.";

    public static final String PRIOR_COATTENDANCE =
            "Attended an earlier event, whatever the filters, together with at least one other attendee of this one.";

    public static final String SCORE =
            "The highest sum of specificity, urgency, authority and benefit (0 to 4 each, 0 to 16 together) among the "
                    + "needs open at the start of the event, each by its latest assessment not after the start. This is "
                    + "our own operationalisation of readiness (version 1), not a validated scale: look at the items "
                    + "too.";

    private SelectionWording() {}

    public static String unit(Selection selection) {
        return selection.unit() == Unit.PARTICIPANT
                ? "Each person once, at the last event attended among those selected."
                : "Each attendance of an event: somebody who attended five events counts five times.";
    }

    public static String ready(Integer threshold) {
        return threshold == null
                ? "At least one need " + OPEN_NEED + "."
                : "A readiness score of " + threshold + " or more.";
    }

    /** What exchange counts, without a full stop. */
    public static String exchange(Selection selection) {
        return "An exchange (active, completed or lapsed"
                + (selection.confirmed() ? ", confirmed by both sides" : "")
                + ") with another attendee that started after the end of the event"
                + (selection.role() == Role.INITIATOR ? ", initiated by this person" : "")
                + (selection.newTies() ? ", of pairs without an exchange before the event" : "");
    }

    public static String followUp(Selection selection) {
        return (selection.ascertainment() == Ascertainment.CONFIRMED
                        ? "From the end of the event to the last follow-up that was answered"
                        : "From the end of the event to asOf: what is not recorded is taken not to have happened")
                + "; never beyond the time somebody left.";
    }
}
