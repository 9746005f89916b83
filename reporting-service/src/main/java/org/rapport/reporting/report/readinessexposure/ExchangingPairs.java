package org.rapport.reporting.report.readinessexposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;

/** Finds the pairs that exchanges make of people at the events that both were to be at, from exchanges in the order of people. */
final class ExchangingPairs {

    private static final int FIRST_CAPACITY = 16;

    private final Memberships memberships;
    private final Records records;
    private final NumberedEvents events;
    private final long window;

    /** Keys of those who met or were introduced to each other, in order. */
    private final long[] met;

    private final List<TwoPeople> found = new ArrayList<>();
    private int latestA = -1;
    private int latestB = -1;

    /** At how many events the latest two people could be followed both, and what they had there. */
    private int common;

    private int[] atA = new int[FIRST_CAPACITY];
    private int[] atB = new int[FIRST_CAPACITY];
    private int[] after = new int[FIRST_CAPACITY];
    private boolean[] before = new boolean[FIRST_CAPACITY];
    private final Records.OfTwo ofLatest = this::addEvent;

    ExchangingPairs(ExposureQuestion question, Memberships memberships, long[] met) {
        this.memberships = memberships;
        this.records = memberships.records();
        this.events = memberships.events();
        this.window = question.windowDays() * NumberedEvents.DAY;
        this.met = met;
    }

    void add(int a, int b, long startedAt) {
        if (a != latestA || b != latestB) {
            addLatest();
            latestA = a;
            latestB = b;
            records.sameEvents(latestA, latestB, ofLatest);
        }
        for (int i = 0; i < common; i++) {
            int event = records.event(atA[i]);
            long sinceEnd = startedAt - events.endsAt(event);
            after[i] += sinceEnd > 0 && sinceEnd <= window ? 1 : 0;
            before[i] |= startedAt < events.startsAt(event);
        }
    }

    /** To be called once, after all exchanges. */
    List<TwoPeople> close() {
        addLatest();
        return found;
    }

    private void addEvent(int one, int other) {
        if (memberships.bothFollowed(one, other)) {
            if (common == atA.length) {
                atA = Arrays.copyOf(atA, 2 * common);
                atB = Arrays.copyOf(atB, 2 * common);
                after = Arrays.copyOf(after, 2 * common);
                before = Arrays.copyOf(before, 2 * common);
            }
            atA[common] = one;
            atB[common] = other;
            after[common] = 0;
            before[common] = false;
            common++;
        }
    }

    private void addLatest() {
        boolean standOut = false;
        for (int i = 0; i < common; i++) {
            standOut |= after[i] > 0 || before[i];
        }
        if (standOut) {
            int[] unlooked = new int[Tallies.CELLS];
            List<ExchangingPair> pairs = new ArrayList<>(1);
            for (int i = 0; i < common; i++) {
                boolean matched = memberships.matches().match(atA[i], atB[i]);
                boolean exposed = memberships.bothExposed(atA[i], atB[i]);
                unlooked[Tallies.cell(matched, exposed, false)]++;
                if (after[i] > 0 || before[i]) {
                    pairs.add(pair(i, matched, exposed));
                }
            }
            found.add(new TwoPeople(unlooked, pairs));
        }
        common = 0;
    }

    private ExchangingPair pair(int i, boolean matched, boolean exposed) {
        int one = atA[i];
        int other = atB[i];
        return new ExchangingPair(
                latestA,
                latestB,
                one,
                other,
                after[i],
                before[i],
                exposed,
                events.isCancelled(records.event(one)),
                matched,
                exposed && memberships.sessions().overlap(one, other),
                exposed && Arrays.binarySearch(met, Introductions.key(one, other)) >= 0,
                exposed
                        && !memberships.randomised().isEmpty(one)
                        && !memberships.randomised().isEmpty(other),
                exposed && memberships.randomised().overlap(one, other));
    }
}
