package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rapport.reporting.report.readinessexposure.Gathering.Kind;

/**
 * Who was of which kind at which events, a number each.
 *
 * @param ofMembers the kinds, everybody's one after the other
 * @param first where those of each person begin, and at last where all end
 */
record Memberships(List<Kind> kinds, int[] ofMembers, int[] first) {

    int people() {
        return first.length - 1;
    }

    IntStream kindsOf(int person) {
        return Arrays.stream(ofMembers, first[person], first[person + 1]);
    }

    /** Somebody's kind at a gathering; null if they weren't to be there, or couldn't be followed. */
    Kind kindAt(int person, Gathering gathering) {
        for (int i = first[person]; i < first[person + 1]; i++) {
            Kind kind = kinds.get(ofMembers[i]);
            if (kind.gathering() == gathering) {
                return kind;
            }
        }
        return null;
    }

    /** What pairs two people form, had they no exchange. */
    Tallies pairsOf(int a, int b) {
        Tallies pairs = new Tallies();
        kindsOf(a).mapToObj(kinds::get).forEach(kind -> {
            Kind other = kindAt(b, kind.gathering());
            if (other != null) {
                pairs.add(kind.cellWith(other), 1);
            }
        });
        return pairs;
    }

    /** Each two kinds of one person, the smaller number in the upper half, in order. */
    long[] twoKinds() {
        return IntStream.range(0, people())
                .mapToObj(person -> kindsOf(person).sorted().toArray())
                .flatMapToLong(Memberships::two)
                .sorted()
                .toArray();
    }

    private static LongStream two(int[] numbers) {
        return IntStream.range(0, numbers.length).boxed().flatMapToLong(i -> IntStream.range(i + 1, numbers.length)
                .mapToLong(j -> (long) numbers[i] << Integer.SIZE | numbers[j]));
    }
}
