package org.rapport.reporting.report.commitments;

import org.rapport.reporting.report.participation.Participation;

/** To whom something was promised; the first two may overlap. */
enum CommitmentKind {
    COMMUNITY {
        @Override
        long stated(Participation participation) {
            return participation.toCommunity();
        }
    },
    PARTICIPANT {
        @Override
        long stated(Participation participation) {
            return participation.keptDays().size();
        }
    },
    NONE {
        @Override
        long stated(Participation participation) {
            return 0;
        }
    };

    /** How many commitments of this kind. */
    abstract long stated(Participation participation);

    boolean isThatOf(Participation participation) {
        return this == NONE
                ? participation.toCommunity() == 0 && participation.keptDays().isEmpty()
                : stated(participation) > 0;
    }
}
