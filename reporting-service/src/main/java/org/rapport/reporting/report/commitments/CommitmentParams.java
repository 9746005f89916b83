package org.rapport.reporting.report.commitments;

import jakarta.ws.rs.BeanParam;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.participation.SelectionParams;

/** The parameters as they come. */
public class CommitmentParams {

    @BeanParam
    EventParams events;

    @BeanParam
    SelectionParams selection;

    Selection selection() {
        Errors errors = new Errors();
        Selection selected = selection.selection(events, errors);
        errors.throwIfAny();
        return selected;
    }
}
