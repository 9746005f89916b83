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

    private static final int NOBODY = -1;

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
        this.before = new boolean[came.length];
        Attendees attendees = new Attendees(first, came, earlier.length);
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            int[] latest = new int[earlier.length];
            Arrays.fill(latest, NOBODY);
            for (int event = part; event < earlier.length; event += PARTS) {
                if (earlier[event] >= 0) {
                    goThrough(attendees, event, earlier[event], latest);
                }
            }
        });
    }

    /** By events, those who came to it: where their records of it are, and where their records end. */
    private static final class Attendees {

        private final int[] came;
        private final int[] start;
        private final int[] records;
        private final int[] ends;

        Attendees(int[] first, int[] came, int events) {
            this.came = came;
            int[] next = new int[events + 1];
            for (int event : came) {
                if (event != NOBODY) {
                    next[event + 1]++;
                }
            }
            Arrays.parallelPrefix(next, Integer::sum);
            start = next.clone();
            records = new int[start[events]];
            ends = new int[start[events]];
            for (int person = 0; person + 1 < first.length; person++) {
                for (int at = first[person]; at < first[person + 1]; at++) {
                    if (came[at] != NOBODY) {
                        int place = next[came[at]]++;
                        records[place] = at;
                        ends[place] = first[person + 1];
                    }
                }
            }
        }
    }

    /** @param latest for each earlier event the place of the last attendee who was there; if below the first, nobody was */
    private void goThrough(Attendees attendees, int event, int earlier, int[] latest) {
        int[] came = attendees.came;
        int[] records = attendees.records;
        int[] ends = attendees.ends;
        int start = attendees.start[event];
        for (int place = start; place < attendees.start[event + 1]; place++) {
            boolean met = false;
            for (int at = records[place] + 1; at < ends[place]; at++) {
                int there = came[at];
                if (there >= earlier) {
                    int other = latest[there];
                    if (other >= start) {
                        met = true;
                        before[records[other]] = true;
                    }
                    latest[there] = place;
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
                came[at] = counts && records.attended(at) ? records.event(at) : NOBODY;
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
