package org.rapport.reporting.report.participation;

import org.rapport.reporting.report.Disclosure;

/** The pairs of participant and event that are left out, each for the first reason that holds, and of how many people. */
public record LeftOut(
        long eventNotHeld,
        long eventNotHeldPeople,
        long noResearchConsent,
        long noResearchConsentPeople,
        long notAttended,
        long notAttendedPeople,
        PeopleCount notIndexEvent) {

    /** As it may be shown. */
    public Excluded shown(Disclosure disclosure) {
        return new Excluded(
                disclosure.count(eventNotHeld, eventNotHeldPeople),
                disclosure.count(noResearchConsent, noResearchConsentPeople),
                disclosure.count(notAttended, notAttendedPeople),
                notIndexEvent.shown(disclosure));
    }

    /** Pairs of participant and event left out, each by the first reason that applies. */
    public record Excluded(Long eventNotHeld, Long noResearchConsent, Long notAttended, Long notIndexEvent) {}
}
