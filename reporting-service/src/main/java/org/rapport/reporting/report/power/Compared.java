package org.rapport.reporting.report.power;

import org.rapport.reporting.report.CellsOfKinds;
import org.rapport.reporting.report.participation.Participation;

/** Comparisons that other reports make of who engaged. */
enum Compared {
    READINESS("ready against not ready"),
    NEED_MATCH("need match against none"),
    EMBEDDEDNESS("embedded events against others"),
    INCENTIVES("incentive against none"),
    COMMITMENT_TO_COMMUNITY("promised something to the community against nothing promised"),
    COMMITMENT_TO_PARTICIPANT("promised something to somebody against nothing promised");

    private static final int ENGAGED = 1;

    private final String words;

    Compared(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** What kind of participation it is: whether somebody engaged, and what they have of all that is compared. */
    static int kind(Participation participation, Integer threshold) {
        return (participation.exchanges() > 0 ? ENGAGED : 0)
                | READINESS.bitIf(participation.ready(threshold))
                | NEED_MATCH.bitIf(participation.matched())
                | EMBEDDEDNESS.bitIf(participation.embedded())
                | INCENTIVES.bitIf(participation.incentive())
                | COMMITMENT_TO_COMMUNITY.bitIf(participation.toCommunity() > 0)
                | COMMITMENT_TO_PARTICIPANT.bitIf(!participation.keptDays().isEmpty());
    }

    /** How many kinds there are. */
    static int kinds() {
        return 2 << values().length;
    }

    /** The cells of all comparisons, each of which has its table, that a kind is in. */
    static int cells(int kind) {
        int cells = 0;
        for (Compared compared : values()) {
            boolean exposed = compared.isOf(kind);
            if (exposed || compared.takesForUnexposed(kind)) {
                cells += CellsOfKinds.cell(compared.ordinal(), exposed, (kind & ENGAGED) != 0);
            }
        }
        return cells;
    }

    private boolean takesForUnexposed(int kind) {
        boolean ofPromises = this == COMMITMENT_TO_COMMUNITY || this == COMMITMENT_TO_PARTICIPANT;
        return !ofPromises || !COMMITMENT_TO_COMMUNITY.isOf(kind) && !COMMITMENT_TO_PARTICIPANT.isOf(kind);
    }

    private boolean isOf(int kind) {
        return (kind & bitIf(true)) != 0;
    }

    private int bitIf(boolean has) {
        return has ? 2 << ordinal() : 0;
    }
}
