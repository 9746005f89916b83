package org.rapport.reporting.report.comparison;

import jakarta.ws.rs.BeanParam;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.WindowParams;
import org.rapport.reporting.report.comparison.ComparisonQuestion.Exposure;
import org.rapport.reporting.report.comparison.ComparisonQuestion.StratifyBy;
import org.rapport.reporting.report.participation.SelectionParams;
import org.rapport.reporting.report.participation.ThresholdParams;

/** The parameters that all reports of this kind take, as they come. */
public class ComparisonParams {

    @BeanParam
    EventParams events;

    @BeanParam
    SelectionParams selection;

    @BeanParam
    WindowParams window;

    @BeanParam
    ThresholdParams threshold;

    /** The question, or all that is wrong with it: what there is already, and what these parameters add. */
    public ComparisonQuestion question(String report, Exposure exposure, StratifyBy stratifyBy, Errors errors) {
        ComparisonQuestion question = new ComparisonQuestion(
                report,
                selection.selection(events, errors),
                window.days(errors),
                threshold.score(errors),
                exposure,
                stratifyBy);
        errors.throwIfAny();
        return question;
    }
}
