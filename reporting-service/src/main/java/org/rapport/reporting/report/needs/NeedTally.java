package org.rapport.reporting.report.needs;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.DayCounts;
import org.rapport.reporting.report.participation.PeopleCount;

/** Counts needs as they come, everybody's one after the other. */
final class NeedTally {

    static final String NO_KIND = "none";

    /** Days after which something happens that doesn't. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int NOBODY = -1;

    final Counts all = new Counts();
    final PeopleCount leftBefore = new PeopleCount();
    final PeopleCount openNobodyOffers = new PeopleCount();

    private final Names topics;
    private final Names kinds;
    private final Counts[] ofTopics;
    private final PeopleCount[] openNobodyOffersOfTopics;

    /** The first is of those that have none. */
    private final Counts[] ofKinds;

    private int person = NOBODY;
    private UUID participant;

    NeedTally(Names topics, Names kinds) {
        this.topics = topics;
        this.kinds = kinds;
        this.ofTopics = new Counts[topics.size()];
        this.openNobodyOffersOfTopics = new PeopleCount[topics.size()];
        this.ofKinds = new Counts[kinds.size() + 1];
    }

    /** What numbers from 0 stand for. */
    record Names(int size, IntFunction<String> of) {}

    /** Needs of one kind or topic. */
    static final class Counts {

        /** Met or not: the first row. */
        final Cells cells = new Cells();

        final PeopleCount declared = new PeopleCount();
        final PeopleCount withdrawn = new PeopleCount();
        final PeopleCount open = new PeopleCount();

        /** Of those followed: until it was met. */
        final DayCounts days = new DayCounts(1);

        /** Who was counted last in the days. */
        private int latest = NOBODY;
    }

    /** Whose needs come next. */
    void turnTo(int nextPerson, UUID id) {
        person = nextPerson;
        participant = id;
    }

    /**
     * Adds a need.
     *
     * @param kind negative if it has none
     * @param offered whether somebody else offers something on its topic at the time
     * @param metDay days from its declaration until it was first met, rounded up
     * @param followUpDays whole days from its declaration to the end of the follow-up, negative if that was before
     */
    void add(int topic, int kind, boolean met, boolean withdrawn, boolean offered, long metDay, long followUpDays) {
        boolean open = !met && !withdrawn;
        if (ofTopics[topic] == null) {
            ofTopics[topic] = new Counts();
        }
        if (ofKinds[kind + 1] == null) {
            ofKinds[kind + 1] = new Counts();
        }
        add(all, met, withdrawn, open, metDay, followUpDays);
        add(ofTopics[topic], met, withdrawn, open, metDay, followUpDays);
        add(ofKinds[kind + 1], met, withdrawn, open, metDay, followUpDays);
        leftBefore.add(participant, followUpDays < 0 ? 1 : 0);
        if (open && !offered) {
            openNobodyOffers.add(participant, 1);
            if (openNobodyOffersOfTopics[topic] == null) {
                openNobodyOffersOfTopics[topic] = new PeopleCount();
            }
            openNobodyOffersOfTopics[topic].add(participant, 1);
        }
    }

    private void add(Counts counts, boolean met, boolean withdrawn, boolean open, long metDay, long followUpDays) {
        counts.cells.add(participant, true, met);
        counts.declared.add(participant, 1);
        counts.withdrawn.add(participant, withdrawn ? 1 : 0);
        counts.open.add(participant, open ? 1 : 0);
        if (followUpDays >= 0) {
            counts.days.add(0, Math.min(metDay, followUpDays), metDay <= followUpDays, person != counts.latest);
            counts.latest = person;
        }
    }

    Map<String, Counts> byTopic() {
        return named(ofTopics, topics);
    }

    Map<String, PeopleCount> openNobodyOffersByTopic() {
        return named(openNobodyOffersOfTopics, topics);
    }

    Map<String, Counts> byKind() {
        return named(
                ofKinds,
                new Names(ofKinds.length, i -> i == 0 ? NO_KIND : kinds.of().apply(i - 1)));
    }

    private static <T> Map<String, T> named(T[] parts, Names names) {
        Map<String, T> named = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != null) {
                named.put(names.of().apply(i), parts[i]);
            }
        }
        return named;
    }
}
