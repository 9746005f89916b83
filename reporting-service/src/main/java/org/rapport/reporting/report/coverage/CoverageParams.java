package org.rapport.reporting.report.coverage;

import jakarta.ws.rs.BeanParam;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.WindowParams;
import org.rapport.reporting.report.participation.SelectionParams;
import org.rapport.reporting.report.participation.ThresholdParams;

/** The parameters as they come. */
public class CoverageParams {

    @BeanParam
    EventParams events;

    @BeanParam
    SelectionParams selection;

    @BeanParam
    WindowParams window;

    @BeanParam
    ThresholdParams threshold;

    CoverageQuestion question() {
        Errors errors = new Errors();
        CoverageQuestion question =
                new CoverageQuestion(selection.selection(events, errors), window.days(errors), threshold.score(errors));
        errors.throwIfAny();
        return question;
    }
}
