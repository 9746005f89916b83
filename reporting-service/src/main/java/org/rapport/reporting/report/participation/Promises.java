package org.rapport.reporting.report.participation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.LongStream;

/** Commitments of attendees to other attendees, and the days on which they were kept. */
final class Promises {

    private final long[] keys;
    private final int[] days;

    /** Attendances at which anything was promised: few. */
    private final BitSet attendances;

    private Promises(long[] keys, BitSet attendances) {
        this.keys = keys;
        this.attendances = attendances;
        this.days = new int[keys.length];
    }

    static Promises none() {
        return new Promises(new long[0], new BitSet());
    }

    static Promises of(CommitmentTable table, Records records) {
        LongStream.Builder keys = LongStream.builder();
        BitSet attendances = new BitSet();
        for (int person = 0; person < records.people(); person++) {
            for (int commitment = table.first(person); commitment < table.end(person); commitment++) {
                int counterpart = table.counterpart(commitment);
                int event = records.number(table.event(commitment));
                int at = counterpart < 0 || event < 0 ? -1 : records.attendance(person, event);
                if (at >= 0) {
                    keys.add(key(at, counterpart));
                    attendances.set(at);
                }
            }
        }
        return new Promises(keys.build().sorted().distinct().toArray(), attendances);
    }

    private static long key(int attendance, int counterpart) {
        return (long) attendance << Integer.SIZE | counterpart;
    }

    /** Notes an exchange with somebody, so many days after the event. */
    void exchanged(int attendance, int counterpart, int day) {
        int at = attendances.get(attendance) ? Arrays.binarySearch(keys, key(attendance, counterpart)) : -1;
        if (at >= 0 && (days[at] == 0 || day < days[at])) {
            days[at] = day;
        }
    }

    /** The day on which what was promised to somebody was kept; -1 if it never was. */
    long keptOn(int attendance, int counterpart) {
        int at = counterpart < 0 ? -1 : Arrays.binarySearch(keys, key(attendance, counterpart));
        return at < 0 || days[at] == 0 ? -1 : days[at];
    }
}
