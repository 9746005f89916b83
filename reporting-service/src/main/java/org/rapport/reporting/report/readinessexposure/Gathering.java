package org.rapport.reporting.report.readinessexposure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapport.reporting.report.readinessexposure.PairQuery.Member;
import org.rapport.reporting.report.readinessexposure.PairQuery.Topics;

/**
 * Those who were to be at one event and could be followed, by kind: who came or not, with the same needs and offers, are
 * alike in every count of pairs.
 */
final class Gathering {

    private final boolean cancelled;
    private final Map<Key, Kind> kinds = new HashMap<>();
    private final List<Kind> matching = new ArrayList<>();
    private final Map<String, Integer> topicNumbers = new HashMap<>();
    private long members;
    private long followed;
    private long exposed;

    private record Key(boolean exposed, Topics topics) {}

    /** People of whom each forms the same pairs. */
    static final class Kind {

        private final Gathering gathering;
        private final int number;
        private final boolean exposed;
        private final BitSet needs;
        private final BitSet offers;
        private long people;
        private long matchedExposed;
        private long matchedUnexposed;

        private Kind(Gathering gathering, int number, boolean exposed, BitSet needs, BitSet offers) {
            this.gathering = gathering;
            this.number = number;
            this.exposed = exposed;
            this.needs = needs;
            this.offers = offers;
        }

        Gathering gathering() {
            return gathering;
        }

        /** Different from those of all other kinds, at whatever event. */
        int number() {
            return number;
        }

        boolean exposed() {
            return exposed;
        }

        long people() {
            return people;
        }

        boolean canMatch() {
            return !needs.isEmpty() || !offers.isEmpty();
        }

        boolean matches(Kind other) {
            return needs.intersects(other.offers) || other.needs.intersects(offers);
        }

        /** The cell of a pair of these two kinds that had no exchange. */
        int cellWith(Kind other) {
            return Tallies.cell(matches(other), exposed && other.exposed, false);
        }

        /** The pairs that one of these people forms, had none of them an exchange. */
        long[] pairsOfEach() {
            long others = gathering.followed - 1;
            long othersExposed = exposed ? gathering.exposed - 1 : 0;
            return new Tallies()
                    .add(Tallies.cell(true, true, false), matchedExposed)
                    .add(Tallies.cell(true, false, false), matchedUnexposed)
                    .add(Tallies.cell(false, true, false), othersExposed - matchedExposed)
                    .add(Tallies.cell(false, false, false), others - othersExposed - matchedUnexposed)
                    .counts();
        }
    }

    Gathering(boolean cancelled) {
        this.cancelled = cancelled;
    }

    boolean cancelled() {
        return cancelled;
    }

    /** @param number of the kind, should it be a new one */
    Kind add(Member member, int number) {
        followed++;
        exposed += member.exposed() ? 1 : 0;
        Kind kind = kinds.computeIfAbsent(
                new Key(member.exposed(), member.topics()),
                key -> new Kind(this, number, key.exposed, numbers(key.topics.needs()), numbers(key.topics.offers())));
        kind.people++;
        return kind;
    }

    void addMember() {
        members++;
    }

    private BitSet numbers(List<String> topics) {
        BitSet numbers = new BitSet();
        topics.forEach(topic -> numbers.set(topicNumbers.computeIfAbsent(topic, t -> topicNumbers.size())));
        return numbers;
    }

    /** To be called once all are there. */
    void close() {
        kinds.values().stream().filter(Kind::canMatch).forEach(matching::add);
        for (Kind kind : matching) {
            for (Kind other : matching) {
                if (kind.matches(other)) {
                    long others = other.people - (kind == other ? 1 : 0);
                    if (kind.exposed && other.exposed) {
                        kind.matchedExposed += others;
                    } else {
                        kind.matchedUnexposed += others;
                    }
                }
            }
        }
    }

    Iterable<Kind> kinds() {
        return kinds.values();
    }

    long allPairs() {
        return pairs(members);
    }

    long followedPairs() {
        return pairs(followed);
    }

    long exposedPairs() {
        return pairs(exposed);
    }

    static long pairs(long people) {
        return people * (people - 1) / 2;
    }
}
