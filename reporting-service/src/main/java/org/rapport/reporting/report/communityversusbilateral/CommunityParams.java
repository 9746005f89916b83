package org.rapport.reporting.report.communityversusbilateral;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.participation.Words;

/** The parameters as they come. */
public class CommunityParams {

    @BeanParam
    EventParams events;

    @Parameter(description = "Only exchanges that both sides have confirmed; false if absent")
    @QueryParam("confirmed")
    String confirmed;

    @Parameter(description = "Leave out exchanges of pairs that had one before the event; false if absent")
    @QueryParam("newTies")
    String newTies;

    CommunityQuestion question() {
        Errors errors = new Errors();
        CommunityQuestion question = new CommunityQuestion(
                events.asOf(),
                events.filter(errors),
                Words.bool("confirmed", confirmed, false),
                Words.bool("newTies", newTies, false));
        errors.throwIfAny();
        return question;
    }
}
