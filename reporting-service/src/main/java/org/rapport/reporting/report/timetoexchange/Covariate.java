package org.rapport.reporting.report.timetoexchange;

import java.util.List;
import java.util.Set;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.ParticipationQuery.Detail;

/** What the hazard of an exchange may go with. */
enum Covariate {
    READY(null) {
        @Override
        double of(Participation participation, Integer threshold) {
            return participation.ready(threshold) ? 1 : 0;
        }
    },
    SCORE(null) {
        @Override
        double of(Participation participation, Integer threshold) {
            return participation.scoreOrZero();
        }
    },
    NEED_MATCH(Detail.NEED_MATCH) {
        @Override
        double of(Participation participation, Integer threshold) {
            return participation.matched() ? 1 : 0;
        }
    },
    EMBEDDED(null) {
        @Override
        double of(Participation participation, Integer threshold) {
            return participation.embedded() ? 1 : 0;
        }
    },
    INCENTIVE(Detail.INCENTIVE) {
        @Override
        double of(Participation participation, Integer threshold) {
            return participation.incentive() ? 1 : 0;
        }
    },
    PRIOR_COATTENDANCE(Detail.PRIOR_COATTENDANCE) {
        @Override
        double of(Participation participation, Integer threshold) {
            return participation.coattended() ? 1 : 0;
        }
    };

    static final List<Covariate> DEFAULT = List.of(NEED_MATCH, EMBEDDED, INCENTIVE, PRIOR_COATTENDANCE);

    private final Detail detail;

    Covariate(Detail detail) {
        this.detail = detail;
    }

    abstract double of(Participation participation, Integer threshold);

    /** What has to be found out for it. */
    Set<Detail> details() {
        return detail == null ? Set.of() : Set.of(detail);
    }
}
