package org.rapport.reporting.report.participation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who came to an event having been at an earlier one together with another attendee. For each event its attendees are gone
 * through with the earlier events that they were at: who was at one where another had been met that one before.
 */
final class PriorMeetings {

    /** The events are gone through in parts, at the same time. */
    private static final int PARTS = 4;

    private static final int NOT_THERE = -1;

    private final int[] came;

    /** By events, the attendees: where their records of it are, and where their records end. */
    private final int[] records;

    private final int[] ends;

    /** By record. */
    private final boolean[] before;

    PriorMeetings(Records records, NumberedEvents events) {
        this(first(records), came(records), earlier(events));
    }

    /**
     * @param first where each person's records begin, those of a later event first; and where the last one's end
     * @param came the event of each record; -1 for who doesn't count there
     * @param earlier of each event, the latest of those that were over before it began; -1 if nobody asks for it
     */
    PriorMeetings(int[] first, int[] came, int[] earlier) {
        this.came = came;
        this.records = new int[came.length];
        this.ends = new int[came.length];
        this.before = new boolean[came.length];
        int[] next = new int[earlier.length + 1];
        for (int event : came) {
            if (event != NOT_THERE) {
                next[event + 1]++;
            }
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] start = next.clone();
        for (int person = 0; person + 1 < first.length; person++) {
            for (int at = first[person]; at < first[person + 1]; at++) {
                if (came[at] != NOT_THERE) {
                    int place = next[came[at]]++;
                    this.records[place] = at;
                    ends[place] = first[person + 1];
                }
            }
        }
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            int[] latest = new int[earlier.length];
            Arrays.fill(latest, -1);
            for (int event = part; event < earlier.length; event += PARTS) {
                if (earlier[event] >= 0) {
                    goThrough(start[event], start[event + 1], earlier[event], latest);
                }
            }
        });
    }

    /** @param latest for each earlier event the place of the last attendee who was there; below the first, it is none */
    private void goThrough(int start, int end, int earlier, int[] latest) {
        for (int place = start; place < end; place++) {
            boolean met = false;
            for (int at = records[place] + 1; at < ends[place]; at++) {
                int event = came[at];
                if (event >= earlier) {
                    int other = latest[event];
                    if (other >= start) {
                        met = true;
                        before[records[other]] = true;
                    }
                    latest[event] = place;
                }
            }
            if (met) {
                before[records[place]] = true;
            }
        }
    }

    private static int[] first(Records records) {
        int[] first = new int[records.people() + 1];
        for (int person = 0; person < records.people(); person++) {
            first[person + 1] = records.end(person);
        }
        return first;
    }

    private static int[] came(Records records) {
        int[] came = new int[records.size()];
        for (int person = 0; person < records.people(); person++) {
            boolean counts = records.consents(person);
            for (int at = records.first(person); at < records.end(person); at++) {
                came[at] = counts && records.attended(at) ? records.event(at) : NOT_THERE;
            }
        }
        return came;
    }

    /** Numbers go by the end, the latest first. */
    private static int[] earlier(NumberedEvents events) {
        int[] earlier = new int[events.size()];
        for (int event = 0; event < earlier.length; event++) {
            earlier[event] = events.isScoped(event) ? endedBefore(events, events.startsAt(event)) : -1;
        }
        return earlier;
    }

    private static int endedBefore(NumberedEvents events, long time) {
        int from = 0;
        int to = events.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (events.endsAt(middle) < time) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    boolean before(int attendance) {
        return before[attendance];
    }
}
