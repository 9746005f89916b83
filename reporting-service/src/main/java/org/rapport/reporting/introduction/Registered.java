package org.rapport.reporting.introduction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Those who are to come to an event and share their profiles.
 *
 * @param organisations of each of them, possibly none
 * @param needs that are open now
 * @param offers that can be taken up at the event
 * @param ties between two of them
 */
record Registered(Map<UUID, Set<UUID>> organisations, List<Need> needs, List<Offer> offers, Set<Pair> ties) {

    /**
     * What somebody needs.
     *
     * @param kind null if it was not stated
     * @param readiness sum of the four items of its latest assessment, 0 to 16; 0 without one
     * @param urgency one of them, 0 to 4
     */
    record Need(UUID id, UUID participant, String topic, String kind, int readiness, int urgency) {}

    /** What somebody offers. */
    record Offer(UUID id, UUID participant, String topic, String kind) {}

    /** Whether two, of whom both are known to belong somewhere, have no organisation in common. */
    boolean areOfDifferentOrganisations(Pair pair) {
        Set<UUID> one = organisations.getOrDefault(pair.a(), Set.of());
        Set<UUID> other = organisations.getOrDefault(pair.b(), Set.of());
        return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains);
    }
}
