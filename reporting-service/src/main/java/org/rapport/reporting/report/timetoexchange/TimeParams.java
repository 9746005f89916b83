package org.rapport.reporting.report.timetoexchange;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.participation.SelectionParams;
import org.rapport.reporting.report.participation.ThresholdParams;
import org.rapport.reporting.report.participation.Words;

/** The parameters as they come. */
public class TimeParams {

    @BeanParam
    EventParams events;

    @BeanParam
    SelectionParams selection;

    @BeanParam
    ThresholdParams threshold;

    @Parameter(
            description =
                    "Covariates of the regression, separated by commas, each at most once: ready, score, needMatch,"
                            + " embedded, incentive, priorCoattendance; needMatch,embedded,incentive,priorCoattendance if absent",
            example = "needMatch,embedded")
    @QueryParam("covariates")
    String covariates;

    TimeQuestion question() {
        Errors errors = new Errors();
        TimeQuestion question =
                new TimeQuestion(selection.selection(events, errors), threshold.score(errors), covariates(errors));
        errors.throwIfAny();
        return question;
    }

    private List<Covariate> covariates(Errors errors) {
        if (covariates == null) {
            return Covariate.DEFAULT;
        }
        List<Covariate> chosen = new ArrayList<>();
        for (String name : covariates.split(",", -1)) {
            Covariate covariate = Words.choice(Covariate.class, name, null, "covariates", errors);
            if (covariate != null && chosen.contains(covariate)) {
                errors.add("/covariates", "COVARIATES_INVALID", "must name each covariate once");
            }
            chosen.add(covariate);
        }
        return chosen;
    }
}
