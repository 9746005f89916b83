package org.rapport.reporting.report.power;

import jakarta.ws.rs.BeanParam;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.WindowParams;
import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.participation.SelectionParams;
import org.rapport.reporting.report.participation.ThresholdParams;
import org.rapport.reporting.report.participation.Words;

/** The parameters as they come. */
public class PowerParams {

    @BeanParam
    EventParams events;

    @BeanParam
    SelectionParams selection;

    @BeanParam
    WindowParams window;

    @BeanParam
    ThresholdParams threshold;

    PowerQuestion question() {
        Errors errors = new Errors();
        PowerQuestion question =
                new PowerQuestion(selection.selection(events, errors), window.days(errors), threshold.score(errors));
        errors.throwIfAny();
        return question;
    }

    /** Everything the report depends on, defaults filled in. */
    record PowerQuestion(Selection selection, int windowDays, Integer threshold) {

        PowerReport.Parameters parameters() {
            return new PowerReport.Parameters(
                    selection.asOf(),
                    "P" + windowDays + "D",
                    threshold,
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
    }
}
