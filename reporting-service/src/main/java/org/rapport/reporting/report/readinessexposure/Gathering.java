package org.rapport.reporting.report.readinessexposure;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Those who were to be at one event and could be followed, by kind: who came or not, with the same needs and offers, are
 * alike in every count of pairs.
 */
final class Gathering {

    private final Memberships memberships;
    private final int[] members;
    private final int[] kindOf;
    private final List<Kind> kinds = new ArrayList<>();
    private long exposed;

    private record Key(boolean exposed, IntBuffer topics) {}

    /** People of whom each forms the same pairs. */
    static final class Kind {

        private final int example;
        private final boolean exposed;
        private long people;
        private int matchedExposed;
        private int matchedUnexposed;

        private Kind(int example, boolean exposed) {
            this.example = example;
            this.exposed = exposed;
        }

        /** The place of one of these people. */
        int example() {
            return example;
        }

        boolean exposed() {
            return exposed;
        }

        long people() {
            return people;
        }

        /** With how many who came one of these people matches. */
        int matchedExposed() {
            return matchedExposed;
        }

        /** With how many one of these people matches of whom, or of whom themselves, it isn't so that both came. */
        int matchedUnexposed() {
            return matchedUnexposed;
        }
    }

    /** @param members their places, in the order of people */
    Gathering(Memberships memberships, int[] members) {
        this.memberships = memberships;
        this.members = members;
        this.kindOf = new int[members.length];
        Map<Key, Integer> numbers = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            int at = members[i];
            boolean came = memberships.exposed(at);
            exposed += came ? 1 : 0;
            kindOf[i] = numbers.computeIfAbsent(
                    new Key(came, IntBuffer.wrap(memberships.topics().of(at))), key -> {
                        kinds.add(new Kind(at, key.exposed));
                        return kinds.size() - 1;
                    });
            kinds.get(kindOf[i]).people++;
        }
    }

    /** How many others of each kind match is known after this. */
    void countMatches() {
        Map<Integer, BitSet> kindsOfTopic = new HashMap<>();
        IntLists topics = memberships.topics();
        for (int number = 0; number < kinds.size(); number++) {
            int at = kinds.get(number).example;
            for (int i = topics.from(at); i < topics.to(at); i++) {
                kindsOfTopic
                        .computeIfAbsent(topics.at(i), topic -> new BitSet())
                        .set(number);
            }
        }
        kinds.forEach(kind -> countMatches(kind, kindsOfTopic));
    }

    private void countMatches(Kind kind, Map<Integer, BitSet> kindsOfTopic) {
        IntLists topics = memberships.topics();
        BitSet matching = new BitSet();
        for (int i = topics.from(kind.example); i < topics.to(kind.example); i++) {
            // what is needed is matched by an offer of it, and the other way round
            BitSet others = kindsOfTopic.get(topics.at(i) ^ 1);
            if (others != null) {
                matching.or(others);
            }
        }
        matching.stream().mapToObj(kinds::get).forEach(other -> {
            int people = (int) (other.people - (kind == other ? 1 : 0));
            if (kind.exposed && other.exposed) {
                kind.matchedExposed += people;
            } else {
                kind.matchedUnexposed += people;
            }
        });
    }

    /** The places of those who could be followed, in the order of people. */
    int[] members() {
        return members;
    }

    /** Of each of them, the number of the kind. */
    int[] kindOf() {
        return kindOf;
    }

    /** In the order in which the first of each stands among the members. */
    List<Kind> kinds() {
        return kinds;
    }

    int followed() {
        return members.length;
    }

    long followedPairs() {
        return pairs(members.length);
    }

    int exposed() {
        return (int) exposed;
    }

    long exposedPairs() {
        return pairs(exposed);
    }

    static long pairs(long people) {
        return people * (people - 1) / 2;
    }
}
