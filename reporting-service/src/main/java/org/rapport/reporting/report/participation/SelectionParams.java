package org.rapport.reporting.report.participation;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.participation.Selection.Ascertainment;
import org.rapport.reporting.report.participation.Selection.Role;
import org.rapport.reporting.report.participation.Selection.Unit;

/** The parameters that all reports on participations take, as they come. */
public class SelectionParams {

    @Parameter(description = "Only exchanges that both sides have confirmed; false if absent")
    @QueryParam("confirmed")
    String confirmed;

    @Parameter(description = "Leave out exchanges of pairs that had one before the event; false if absent")
    @QueryParam("newTies")
    String newTies;

    @Parameter(description = "any (if absent): exchanges of either side; initiator: only those this person initiated")
    @QueryParam("role")
    String role;

    @Parameter(
            description =
                    "participation (if absent): every attendance; participant: each person once, at the last event")
    @QueryParam("unit")
    String unit;

    @Parameter(
            description =
                    "recorded (if absent): followed until asOf; confirmed: followed until the last answered follow-up")
    @QueryParam("ascertainment")
    String ascertainment;

    /** The selection, having added to the errors what is wrong with it. */
    public Selection selection(EventParams events, Errors errors) {
        return new Selection(
                events.asOf(),
                events.filter(errors),
                Words.bool("confirmed", confirmed, false),
                Words.bool("newTies", newTies, false),
                Words.choice(Role.class, role, Role.ANY, "role", errors),
                Words.choice(Unit.class, unit, Unit.PARTICIPATION, "unit", errors),
                Words.choice(Ascertainment.class, ascertainment, Ascertainment.RECORDED, "ascertainment", errors));
    }
}
