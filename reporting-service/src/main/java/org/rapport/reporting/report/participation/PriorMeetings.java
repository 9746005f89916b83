package org.rapport.reporting.report.participation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Who came to an event having been at an earlier one together with another attendee: for each event, it counts how many of
 * its attendees were at each of the earlier ones. If two were, each of them met the other before.
 */
final class PriorMeetings {

    private final BitSet attendances = new BitSet();

    PriorMeetings(Records records, NumberedEvents events) {
        int[] start = new int[events.size() + 1];
        for (int at = 0; at < records.size(); at++) {
            start[records.event(at) + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] people = new int[records.size()];
        int[] next = start.clone();
        for (int person = 0; person < records.people(); person++) {
            for (int at = records.first(person); at < records.end(person); at++) {
                if (records.consents(person) && records.attended(at)) {
                    people[next[records.event(at)]++] = person;
                }
            }
        }
        int[] together = new int[events.size()];
        for (int event = 0; event < events.size(); event++) {
            if (events.isScoped(event)) {
                for (int i = start[event]; i < next[event]; i++) {
                    count(records, events, people[i], event, together, 1);
                }
                for (int i = start[event]; i < next[event]; i++) {
                    if (metBefore(records, events, people[i], event, together)) {
                        attendances.set(records.attendance(people[i], event));
                    }
                }
                for (int i = start[event]; i < next[event]; i++) {
                    count(records, events, people[i], event, together, -1);
                }
            }
        }
    }

    private static void count(Records records, NumberedEvents events, int person, int event, int[] together, int more) {
        for (int at = records.first(person); at < records.end(person); at++) {
            if (isEarlier(records, events, at, event)) {
                together[records.event(at)] += more;
            }
        }
    }

    private static boolean metBefore(Records records, NumberedEvents events, int person, int event, int[] together) {
        for (int at = records.first(person); at < records.end(person); at++) {
            if (isEarlier(records, events, at, event) && together[records.event(at)] > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEarlier(Records records, NumberedEvents events, int at, int event) {
        return records.attended(at) && events.endsAt(records.event(at)) < events.startsAt(event);
    }

    boolean before(int attendance) {
        return attendances.get(attendance);
    }
}
