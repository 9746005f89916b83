package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;
import org.rapport.reporting.report.participation.Matches;

/**
 * Those who were to be at one event and could be followed, by kind: who came or not, with the same needs and offers, are
 * alike in every count of pairs.
 */
final class Gathering {

    private static final int NONE = -1;

    private final Memberships memberships;
    private final int[] members;
    private final int[] kindOf;
    private final int[] examples;
    private final int[] people;
    private int kinds;

    /** Takes two kinds of people. */
    @FunctionalInterface
    interface OfTwoKinds {
        void take(int one, int other);
    }

    /** @param members their places, in the order of people */
    Gathering(Memberships memberships, int[] members) {
        this.memberships = memberships;
        this.members = members;
        this.kindOf = new int[members.length];
        this.examples = new int[members.length];
        this.people = new int[members.length];
        int[] table = new int[Integer.highestOneBit(members.length + 1) << 2];
        Arrays.fill(table, NONE);
        for (int i = 0; i < members.length; i++) {
            kindOf[i] = kind(members[i], table);
            people[kindOf[i]]++;
        }
    }

    /** @param table of kinds, each near the place that its topics point to */
    private int kind(int at, int[] table) {
        Matches topics = memberships.matches();
        int hash = memberships.exposed(at) ? 1 : 0;
        for (int i = topics.from(at); i < topics.to(at); i++) {
            hash = 31 * hash + topics.topic(i);
        }
        hash *= 0x9E3779B9;
        int place = (hash ^ hash >>> Short.SIZE) & table.length - 1;
        while (table[place] != NONE && !isAlike(at, examples[table[place]])) {
            place = place + 1 & table.length - 1;
        }
        if (table[place] == NONE) {
            examples[kinds] = at;
            table[place] = kinds++;
        }
        return table[place];
    }

    private boolean isAlike(int at, int other) {
        return memberships.exposed(at) == memberships.exposed(other)
                && memberships.matches().areAlike(at, other);
    }

    /** Goes through the kinds of which one needs what the other offers, each two once; it may be twice the same. */
    void forEachMatch(OfTwoKinds consumer) {
        Matches topics = memberships.matches();
        int entries = 0;
        for (int kind = 0; kind < kinds; kind++) {
            entries += topics.to(examples[kind]) - topics.from(examples[kind]);
        }
        // by topic, and then by kind
        long[] byTopic = new long[entries];
        int next = 0;
        for (int kind = 0; kind < kinds; kind++) {
            for (int i = topics.from(examples[kind]); i < topics.to(examples[kind]); i++) {
                byTopic[next++] = (long) topics.topic(i) << Integer.SIZE | kind;
            }
        }
        Arrays.sort(byTopic);
        int[] latest = new int[kinds];
        Arrays.fill(latest, NONE);
        for (int kind = 0; kind < kinds; kind++) {
            for (int i = topics.from(examples[kind]); i < topics.to(examples[kind]); i++) {
                // what is needed is matched by an offer of it, and the other way round
                int wanted = topics.topic(i) ^ 1;
                for (int j = begin(byTopic, wanted); j < entries && byTopic[j] >> Integer.SIZE == wanted; j++) {
                    int other = (int) byTopic[j];
                    if (other > kind) {
                        break;
                    }
                    if (latest[other] != kind) {
                        latest[other] = kind;
                        consumer.take(kind, other);
                    }
                }
            }
        }
    }

    private static int begin(long[] byTopic, int topic) {
        int found = Arrays.binarySearch(byTopic, (long) topic << Integer.SIZE);
        return found < 0 ? -found - 1 : found;
    }

    /** The places of those who could be followed, in the order of people. */
    int[] members() {
        return members;
    }

    /** The kind of one of them. */
    int kindOf(int member) {
        return kindOf[member];
    }

    int kinds() {
        return kinds;
    }

    /** How many people are of a kind. */
    int people(int kind) {
        return people[kind];
    }

    boolean exposed(int kind) {
        return memberships.exposed(examples[kind]);
    }

    int followed() {
        return members.length;
    }

    static long pairs(long people) {
        return people * (people - 1) / 2;
    }
}
