package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rapport.reporting.report.participation.Records;

/** The places of all records, by event: everybody who consents, in the order of people. */
final class Gatherings {

    private final Memberships memberships;
    private final int[] first;
    private final int[] places;

    Gatherings(Memberships memberships) {
        this.memberships = memberships;
        Records records = memberships.records();
        first = new int[memberships.events().size() + 1];
        for (int person = 0; person < records.people(); person++) {
            if (records.consents(person)) {
                for (int at = records.first(person); at < records.end(person); at++) {
                    first[records.event(at) + 1]++;
                }
            }
        }
        for (int event = 1; event < first.length; event++) {
            first[event] += first[event - 1];
        }
        places = new int[first[first.length - 1]];
        int[] next = first.clone();
        for (int person = 0; person < records.people(); person++) {
            if (records.consents(person)) {
                for (int at = records.first(person); at < records.end(person); at++) {
                    places[next[records.event(at)]++] = at;
                }
            }
        }
    }

    int size() {
        return first.length - 1;
    }

    /** How many were to be there, whether they could be followed or not. */
    long members(int event) {
        return (long) first[event + 1] - first[event];
    }

    /** Those who could be followed. */
    Gathering gathering(int event) {
        return new Gathering(memberships, followed(event));
    }

    int[] followed(int event) {
        return IntStream.of(Arrays.copyOfRange(places, first[event], first[event + 1]))
                .filter(memberships.followed()::get)
                .toArray();
    }
}
