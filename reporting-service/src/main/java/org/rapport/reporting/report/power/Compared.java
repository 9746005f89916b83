package org.rapport.reporting.report.power;

import org.rapport.reporting.report.participation.Participation;

/** Comparisons that other reports make of who engaged. */
enum Compared {
    READINESS("ready against not ready"),
    NEED_MATCH("need match against none"),
    EMBEDDEDNESS("embedded events against others"),
    INCENTIVES("incentive against none"),
    COMMITMENT_TO_COMMUNITY("promised something to the community against nothing promised"),
    COMMITMENT_TO_PARTICIPANT("promised something to somebody against nothing promised");

    private final String words;

    Compared(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether somebody is among the exposed; null if among neither. */
    Boolean exposes(Participation participation, Integer threshold) {
        boolean promisedNothing =
                participation.toCommunity() == 0 && participation.keptDays().isEmpty();
        return switch (this) {
            case READINESS -> Boolean.valueOf(participation.ready(threshold));
            case NEED_MATCH -> Boolean.valueOf(participation.matched());
            case EMBEDDEDNESS -> Boolean.valueOf(participation.embedded());
            case INCENTIVES -> Boolean.valueOf(participation.incentive());
            case COMMITMENT_TO_COMMUNITY -> either(participation.toCommunity() > 0, promisedNothing);
            case COMMITMENT_TO_PARTICIPANT -> either(!participation.keptDays().isEmpty(), promisedNothing);
        };
    }

    private static Boolean either(boolean exposed, boolean unexposed) {
        return exposed || unexposed ? Boolean.valueOf(exposed) : null;
    }
}
