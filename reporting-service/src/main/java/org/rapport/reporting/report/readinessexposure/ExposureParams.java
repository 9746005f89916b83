package org.rapport.reporting.report.readinessexposure;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.WindowParams;
import org.rapport.reporting.report.participation.Words;

/** The parameters as they come. */
public class ExposureParams {

    @BeanParam
    EventParams events;

    @BeanParam
    WindowParams window;

    @Parameter(description = "Only exchanges that both sides have confirmed; false if absent")
    @QueryParam("confirmed")
    String confirmed;

    @Parameter(description = "Leave out pairs that had an exchange before the event; true if absent")
    @QueryParam("newTies")
    String newTies;

    ExposureQuestion question() {
        Errors errors = new Errors();
        ExposureQuestion question = new ExposureQuestion(
                events.asOf(),
                events.filter(errors),
                window.days(errors),
                Words.bool("confirmed", confirmed, false),
                Words.bool("newTies", newTies, true));
        errors.throwIfAny();
        return question;
    }
}
