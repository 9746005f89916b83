package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;
import org.rapport.reporting.report.participation.Records;

/** The places of the records of those who could be followed, by event, in the order of people. */
final class Gatherings {

    private final int[] members;
    private final int[] first;
    private final int[] places;

    Gatherings(Memberships memberships) {
        Records records = memberships.records();
        members = new int[memberships.events().size()];
        first = new int[members.length + 1];
        for (int person = 0; person < records.people(); person++) {
            for (int at = records.first(person); records.consents(person) && at < records.end(person); at++) {
                members[memberships.event(at)]++;
                first[memberships.event(at) + 1] += memberships.followed(at) ? 1 : 0;
            }
        }
        Arrays.parallelPrefix(first, Integer::sum);
        places = new int[first[members.length]];
        int[] next = first.clone();
        for (int at = 0; at < records.size(); at++) {
            if (memberships.followed(at)) {
                places[next[memberships.event(at)]++] = at;
            }
        }
    }

    int size() {
        return members.length;
    }

    /** How many who consent were to be there, whether they could be followed or not. */
    long members(int event) {
        return members[event];
    }

    /** Those who could be followed. */
    int[] followed(int event) {
        return Arrays.copyOfRange(places, first[event], first[event + 1]);
    }
}
