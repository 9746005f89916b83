package org.rapport.reporting.report.readiness;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.participation.SelectionParams;
import org.rapport.reporting.report.participation.ThresholdParams;
import org.rapport.reporting.report.participation.WindowParams;
import org.rapport.reporting.report.participation.Words;
import org.rapport.reporting.report.readiness.ReadinessQuestion.Exposure;
import org.rapport.reporting.report.readiness.ReadinessQuestion.StratifyBy;

/** The parameters as they come; {@link #question} says what they mean or all that is wrong with them. */
public class ReadinessParams {

    @BeanParam
    EventParams events;

    @BeanParam
    SelectionParams selection;

    @BeanParam
    WindowParams window;

    @BeanParam
    ThresholdParams threshold;

    @Parameter(description = "ready (if absent), or needMatch: another attendee offered what was needed")
    @QueryParam("exposure")
    String exposure;

    @Parameter(description = "event, project, programme (if absent) or country")
    @QueryParam("stratifyBy")
    String stratifyBy;

    ReadinessQuestion question() {
        Errors errors = new Errors();
        ReadinessQuestion question = new ReadinessQuestion(
                selection.selection(events, errors),
                window.days(errors),
                threshold.score(errors),
                Words.choice(Exposure.class, exposure, Exposure.READY, "exposure", errors),
                Words.choice(StratifyBy.class, stratifyBy, StratifyBy.PROGRAMME, "stratifyBy", errors));
        errors.throwIfAny();
        return question;
    }
}
