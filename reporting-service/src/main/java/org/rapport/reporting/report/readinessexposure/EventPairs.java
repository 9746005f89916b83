package org.rapport.reporting.report.readinessexposure;

/**
 * The pairs of those who were to be at one event and could be followed, had nobody an exchange.
 *
 * @param exposed people who came
 * @param matchedExposed pairs that match of whom both came
 * @param together pairs of whom both came, and were at one session at least
 * @param sameRandomised pairs whom chance put into one session
 * @param randomised pairs whom chance put into sessions
 */
record EventPairs(
        int followed,
        int exposed,
        long matchedExposed,
        long matchedUnexposed,
        long together,
        long togetherMatched,
        long sameRandomised,
        long randomised) {

    /**
     * @param members who could be followed, in the order of people
     * @param matches by the places of records, set for those of this event: with how many others somebody matches
     */
    static EventPairs of(Memberships memberships, int event, int[] members, MatchCounts matches) {
        EventMatches counted = memberships.matches().areMany(event)
                ? EventMatches.ofKinds(memberships, members, matches)
                : EventMatches.ofPairs(memberships, event, members, matches);
        int exposed = 0;
        int[] attendees = new int[members.length];
        int attending = 0;
        int[] byChance = new int[members.length];
        int allocated = 0;
        for (int at : members) {
            if (memberships.exposed(at)) {
                exposed++;
                if (!memberships.sessions().isEmpty(at)) {
                    attendees[attending++] = memberships.sessions().list(at);
                }
                if (!memberships.randomised().isEmpty(at)) {
                    byChance[allocated++] = memberships.randomised().list(at);
                }
            }
        }
        return new EventPairs(
                members.length,
                exposed,
                counted.exposed(),
                counted.unexposed(),
                SharedSessions.among(memberships.sessions().lists(), attendees, 0, attending),
                counted.together(),
                SharedSessions.among(memberships.randomised().lists(), byChance, 0, allocated),
                Gathering.pairs(allocated));
    }

    long followedPairs() {
        return Gathering.pairs(followed);
    }

    long exposedPairs() {
        return Gathering.pairs(exposed);
    }

    long unmatchedExposed() {
        return exposedPairs() - matchedExposed;
    }

    long unmatchedUnexposed() {
        return followedPairs() - exposedPairs() - matchedUnexposed;
    }
}
