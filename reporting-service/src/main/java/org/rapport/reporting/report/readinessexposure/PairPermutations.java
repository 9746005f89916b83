package org.rapport.reporting.report.readinessexposure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.MersenneTwister;
import org.rapport.reporting.report.readinessexposure.Gathering.Kind;

/**
 * Whether pairs with an exchange are more often of some kind than chance would have it: the people of an event change
 * places, their exchanges stay where they are, and the pairs of that kind are counted again (quadratic assignment
 * procedure). Only the people in an exchange have to be drawn: who takes the places of the others makes no difference.
 * Krackhardt 1988.
 */
final class PairPermutations {

    static final int MOST = 999;
    static final long SEED = 20_261_125;

    private static final int FEWEST = 99;
    private static final long WORK = 20_000_000;

    private final Memberships memberships;
    private final Gatherings gatherings;
    private final Map<Integer, Places> places = new LinkedHashMap<>();

    /** The people of one event with exchanges, the first one's number being 0. */
    private static final class Places {

        private final int event;
        private final Map<Integer, Integer> numbers = new HashMap<>();
        private final List<Integer> occupants = new ArrayList<>();
        private final List<int[]> exchanges = new ArrayList<>();

        Places(int event) {
            this.event = event;
        }

        int numberOf(int person, int kind) {
            return numbers.computeIfAbsent(person, id -> {
                occupants.add(kind);
                return occupants.size() - 1;
            });
        }
    }

    /** Whether two of a kind each are a pair of the kind that is counted. */
    @FunctionalInterface
    private interface OfKinds {
        boolean test(Kind one, Kind other);
    }

    /**
     * How many exchanging pairs are of the kind.
     *
     * @param expected on average over the permutations
     * @param pGreater the share of permutations with as many or more
     */
    record Result(long observed, double expected, int permutations, double pGreater, double pLess) {

        double pTwoSided() {
            return Math.min(1, 2 * Math.min(pGreater, pLess));
        }
    }

    /** @param kindOf by the places of records, what kind the person is of at the event */
    PairPermutations(List<ExchangingPair> pairs, Memberships memberships, Gatherings gatherings, int[] kindOf) {
        this.memberships = memberships;
        this.gatherings = gatherings;
        for (ExchangingPair pair : pairs) {
            Places of = places.computeIfAbsent(memberships.records().event(pair.atA()), Places::new);
            of.exchanges.add(
                    new int[] {of.numberOf(pair.a(), kindOf[pair.atA()]), of.numberOf(pair.b(), kindOf[pair.atB()])});
        }
    }

    /** Whether they matched more often; who came changes places with who came only. */
    Result match() {
        return permute((one, other) -> memberships.match(one.example(), other.example()), true);
    }

    /** Whether both came more often. */
    Result exposure() {
        return permute((one, other) -> one.exposed() && other.exposed(), false);
    }

    private Result permute(OfKinds ofKinds, boolean withinExposure) {
        long work =
                places.values().stream().mapToLong(of -> of.occupants.size()).sum();
        if (work == 0) {
            return null;
        }
        int permutations = (int) Math.max(FEWEST, Math.min(MOST, WORK / work));
        long[] counts = new long[permutations];
        long observed = 0;
        MersenneTwister random = new MersenneTwister(SEED);
        for (Places of : places.values()) {
            Gathering gathering = gatherings.gathering(of.event);
            Kind[] occupants = of.occupants.stream().map(gathering.kinds()::get).toArray(Kind[]::new);
            int[][] exchanges = of.exchanges.toArray(int[][]::new);
            observed += count(exchanges, occupants, ofKinds);
            Draw draw = new Draw(gathering, occupants, withinExposure, random);
            for (int i = 0; i < permutations; i++) {
                counts[i] += count(exchanges, draw.another(), ofKinds);
            }
        }
        return result(observed, counts);
    }

    private static long count(int[][] exchanges, Kind[] occupants, OfKinds ofKinds) {
        long count = 0;
        for (int[] pair : exchanges) {
            count += ofKinds.test(occupants[pair[0]], occupants[pair[1]]) ? 1 : 0;
        }
        return count;
    }

    /** (b + 1) / (m + 1): what was observed is one of them. */
    private static Result result(long observed, long[] counts) {
        long sum = 0;
        long asMany = 1;
        long asFew = 1;
        for (long count : counts) {
            sum += count;
            asMany += count >= observed ? 1 : 0;
            asFew += count <= observed ? 1 : 0;
        }
        double all = counts.length + 1.0;
        return new Result(observed, (double) sum / counts.length, counts.length, asMany / all, asFew / all);
    }

    /** Draws people of an event for its places, nobody twice. */
    private static final class Draw {

        private final Kind[] before;
        private final Kind[] drawn;
        private final boolean withinExposure;
        private final MersenneTwister random;
        private final Kind[][] people = new Kind[2][];

        Draw(Gathering gathering, Kind[] before, boolean withinExposure, MersenneTwister random) {
            this.before = before;
            this.drawn = new Kind[before.length];
            this.withinExposure = withinExposure;
            this.random = random;
            for (int block = 0; block < people.length; block++) {
                List<Kind> list = new ArrayList<>();
                for (Kind kind : gathering.kinds()) {
                    for (long i = 0; i < kind.people() && block(kind) == block; i++) {
                        list.add(kind);
                    }
                }
                people[block] = list.toArray(Kind[]::new);
            }
        }

        private int block(Kind kind) {
            return withinExposure && kind.exposed() ? 1 : 0;
        }

        Kind[] another() {
            int[] next = new int[people.length];
            for (int place = 0; place < before.length; place++) {
                int block = block(before[place]);
                Kind[] from = people[block];
                int other = next[block] + random.nextInt(from.length - next[block]);
                drawn[place] = from[other];
                from[other] = from[next[block]];
                from[next[block]] = drawn[place];
                next[block]++;
            }
            return drawn;
        }
    }
}
