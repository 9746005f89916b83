package org.rapport.reporting.report.timetoexchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rapport.reporting.report.participation.ParticipationQuery.Detail;
import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.participation.Words;

/**
 * Everything the report depends on, defaults filled in.
 *
 * @param threshold the score from which somebody is ready; null when any open need makes ready
 * @param covariates of the regression, in the order in which they are taken
 */
record TimeQuestion(Selection selection, Integer threshold, List<Covariate> covariates) {

    List<String> covariateNames() {
        return covariates.stream().map(Words::of).toList();
    }

    Set<Detail> details() {
        Set<Detail> details = EnumSet.noneOf(Detail.class);
        covariates.forEach(covariate -> details.addAll(covariate.details()));
        return details;
    }

    TimeReport.Parameters parameters() {
        return new TimeReport.Parameters(
                selection.asOf(),
                threshold,
                selection.confirmed(),
                selection.newTies(),
                Words.of(selection.role()),
                Words.of(selection.unit()),
                Words.of(selection.ascertainment()),
                covariateNames(),
                selection.filter().programme(),
                selection.filter().project(),
                selection.filter().event(),
                selection.filter().country(),
                selection.filter().from(),
                selection.filter().to());
    }
}
