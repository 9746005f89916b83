package org.rapport.reporting.report.readiness;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.comparison.ComparisonParams;
import org.rapport.reporting.report.comparison.ComparisonQuestion;
import org.rapport.reporting.report.comparison.ComparisonQuestion.Exposure;
import org.rapport.reporting.report.comparison.ComparisonQuestion.StratifyBy;
import org.rapport.reporting.report.participation.Words;

/** The parameters as they come. */
public class ReadinessParams {

    private static final List<Exposure> EXPOSURES = List.of(Exposure.READY, Exposure.NEED_MATCH);
    private static final List<StratifyBy> STRATA =
            List.of(StratifyBy.EVENT, StratifyBy.PROJECT, StratifyBy.PROGRAMME, StratifyBy.COUNTRY);

    @BeanParam
    ComparisonParams comparison;

    @Parameter(description = "ready (if absent), or needMatch: another attendee offered what was needed")
    @QueryParam("exposure")
    String exposure;

    @Parameter(description = "event, project, programme (if absent) or country")
    @QueryParam("stratifyBy")
    String stratifyBy;

    ComparisonQuestion question() {
        Errors errors = new Errors();
        return comparison.question(
                "readiness",
                Words.choice(EXPOSURES, exposure, Exposure.READY, "exposure", errors),
                Words.choice(STRATA, stratifyBy, StratifyBy.PROGRAMME, "stratifyBy", errors),
                errors);
    }
}
