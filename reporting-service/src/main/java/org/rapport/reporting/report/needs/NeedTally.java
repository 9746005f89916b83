package org.rapport.reporting.report.needs;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.participation.PeopleCount;
import org.rapport.reporting.statistics.survival.SurvivalTimes;

/** Counts needs as they come, everybody's one after the other. */
final class NeedTally {

    static final String NO_KIND = "none";

    /** Days after which something happens that doesn't. */
    static final long NEVER = Long.MAX_VALUE;

    final Counts all = new Counts();
    final PeopleCount leftBefore = new PeopleCount();
    final PeopleCount openNobodyOffers = new PeopleCount();

    private final Names topics;
    private final Names kinds;
    private final Counts[] ofTopics;
    private final PeopleCount[] openNobodyOffersOfTopics;

    /** The first is of those that have none. */
    private final Counts[] ofKinds;

    private int person;
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

        /** Days, and in the last bit whether it was met on the last of them. */
        private final IntStream.Builder days = IntStream.builder();

        private final IntStream.Builder people = IntStream.builder();

        /** To be called once. */
        Times times() {
            int[] followed = days.build().toArray();
            double[] time = new double[followed.length];
            boolean[] event = new boolean[followed.length];
            for (int i = 0; i < followed.length; i++) {
                time[i] = followed[i] >> 1;
                event[i] = (followed[i] & 1) == 1;
            }
            return new Times(SurvivalTimes.of(time, event), people.build().toArray());
        }
    }

    /** How long needs waited, and whose they are. */
    record Times(SurvivalTimes times, int[] people) {}

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
        boolean happened = metDay <= followUpDays;
        int days = (int) Math.min(metDay, followUpDays) << 1 | (happened ? 1 : 0);
        if (ofTopics[topic] == null) {
            ofTopics[topic] = new Counts();
        }
        if (ofKinds[kind + 1] == null) {
            ofKinds[kind + 1] = new Counts();
        }
        add(all, met, withdrawn, open, days);
        add(ofTopics[topic], met, withdrawn, open, days);
        add(ofKinds[kind + 1], met, withdrawn, open, days);
        leftBefore.add(participant, followUpDays < 0 ? 1 : 0);
        if (open && !offered) {
            openNobodyOffers.add(participant, 1);
            if (openNobodyOffersOfTopics[topic] == null) {
                openNobodyOffersOfTopics[topic] = new PeopleCount();
            }
            openNobodyOffersOfTopics[topic].add(participant, 1);
        }
    }

    /** @param days negative if it wasn't followed */
    private void add(Counts counts, boolean met, boolean withdrawn, boolean open, int days) {
        counts.cells.add(participant, true, met);
        counts.declared.add(participant, 1);
        counts.withdrawn.add(participant, withdrawn ? 1 : 0);
        counts.open.add(participant, open ? 1 : 0);
        if (days >= 0) {
            counts.days.add(days);
            counts.people.add(person);
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
