package org.rapport.reporting.report.needs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.needs.NeedQuery.Need;
import org.rapport.reporting.report.participation.PeopleCount;
import org.rapport.reporting.statistics.survival.SurvivalTimes;

/** Counts needs as they stream by, everybody's one after the other. */
final class NeedTally {

    static final String NO_KIND = "none";

    final Counts all = new Counts();
    final Map<String, Counts> byTopic = new TreeMap<>();
    final Map<String, Counts> byKind = new TreeMap<>();
    final PeopleCount leftBefore = new PeopleCount();
    final PeopleCount openNobodyOffers = new PeopleCount();
    final Map<String, PeopleCount> openNobodyOffersByTopic = new TreeMap<>();

    private final Map<UUID, Integer> numbers = new HashMap<>();

    /** Needs of one kind or topic. */
    static final class Counts {

        /** Met or not: the first row. */
        final Cells cells = new Cells();

        final PeopleCount declared = new PeopleCount();
        final PeopleCount withdrawn = new PeopleCount();
        final PeopleCount open = new PeopleCount();

        private final DoubleStream.Builder times = DoubleStream.builder();
        private final List<Boolean> events = new ArrayList<>();
        private final IntStream.Builder people = IntStream.builder();

        private void add(Need need, int person) {
            cells.add(need.participantId(), true, need.met());
            declared.add(need.participantId(), 1);
            withdrawn.add(need.participantId(), need.withdrawn() ? 1 : 0);
            open.add(need.participantId(), need.open() ? 1 : 0);
            if (need.followUpDays() >= 0) {
                boolean happened = need.metDay() != null && need.metDay() <= need.followUpDays();
                times.add(happened ? need.metDay() : need.followUpDays());
                events.add(happened);
                people.add(person);
            }
        }

        /** To be called once. */
        Times times() {
            double[] time = times.build().toArray();
            boolean[] event = new boolean[time.length];
            for (int i = 0; i < event.length; i++) {
                event[i] = events.get(i);
            }
            return new Times(SurvivalTimes.of(time, event), people.build().toArray());
        }
    }

    /** How long needs waited, and whose they are. */
    record Times(SurvivalTimes times, int[] people) {}

    void add(Need need) {
        int person = numbers.computeIfAbsent(need.participantId(), id -> numbers.size());
        all.add(need, person);
        byTopic.computeIfAbsent(need.topic(), topic -> new Counts()).add(need, person);
        byKind.computeIfAbsent(need.kind() == null ? NO_KIND : need.kind(), kind -> new Counts())
                .add(need, person);
        leftBefore.add(need.participantId(), need.followUpDays() < 0 ? 1 : 0);
        if (need.open() && !need.offered()) {
            openNobodyOffers.add(need.participantId(), 1);
            openNobodyOffersByTopic
                    .computeIfAbsent(need.topic(), topic -> new PeopleCount())
                    .add(need.participantId(), 1);
        }
    }
}
