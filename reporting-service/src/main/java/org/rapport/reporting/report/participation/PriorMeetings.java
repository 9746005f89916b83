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

    /** That a record is the last one of its person. */
    private static final int LAST = 1;

    /** That its person had met another attendee before. Noted while others may read the event of the record, but no more. */
    private static final int MET = 2;

    private static final int BITS = 2;

    /** Of each record the event and these bits, in one number as memory that is near is quick. */
    private final int[] came;

    PriorMeetings(Records records, NumberedEvents events) {
        this(came(records), earlier(events));
    }

    /**
     * @param came of each record the event, those of one person from a later to an earlier one; marked
     * @param earlier of each event, the latest of those that were over before it began; -1 if nobody asks for it
     */
    PriorMeetings(int[] came, int[] earlier) {
        this.came = came;
        int[] start = new int[earlier.length + 1];
        for (int marked : came) {
            if (event(marked) != NOBODY) {
                start[event(marked) + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = start.clone();
        int[] attendees = new int[start[earlier.length]];
        for (int at = 0; at < came.length; at++) {
            if (event(came[at]) != NOBODY) {
                attendees[next[event(came[at])]++] = at;
            }
        }
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            int[] latest = new int[earlier.length];
            Arrays.fill(latest, NOBODY);
            for (int event = part; event < earlier.length; event += PARTS) {
                if (earlier[event] >= 0) {
                    goThrough(attendees, start[event], start[event + 1], earlier[event], latest);
                }
            }
        });
    }

    /**
     * Goes through the attendees of an event.
     *
     * @param attendees their records of it
     * @param latest for each earlier event the place of the last of them who was there; if below the first, nobody was
     */
    private void goThrough(int[] attendees, int start, int end, int earlier, int[] latest) {
        for (int place = start; place < end; place++) {
            int at = attendees[place];
            boolean met = false;
            while ((came[at] & LAST) == 0) {
                at++;
                int event = event(came[at]);
                if (event >= earlier) {
                    int other = latest[event];
                    if (other >= start) {
                        met = true;
                        came[attendees[other]] |= MET;
                    }
                    latest[event] = place;
                }
            }
            if (met) {
                came[attendees[place]] |= MET;
            }
        }
    }

    /**
     * What is kept of a record.
     *
     * @param event -1 for who doesn't count there
     * @param last whether it is the last one of its person
     */
    static int marked(int event, boolean last) {
        return event << BITS | (last ? LAST : 0);
    }

    private static int event(int marked) {
        return marked >> BITS;
    }

    private static int[] came(Records records) {
        int[] came = new int[records.size()];
        for (int person = 0; person < records.people(); person++) {
            boolean counts = records.consents(person);
            int end = records.end(person);
            for (int at = records.first(person); at < end; at++) {
                came[at] = marked(counts && records.attended(at) ? records.event(at) : NOBODY, at + 1 == end);
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
        return (came[attendance] & MET) != 0;
    }
}
