package org.rapport.reporting.report.readinessexposure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.random.MersenneTwister;
import org.rapport.reporting.report.readinessexposure.Gathering.Kind;
import org.rapport.reporting.report.readinessexposure.PairQuery.ExchangingPair;

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

    private final Map<Gathering, Places> places = new HashMap<>();
    private final List<Places> ordered = new ArrayList<>();

    /** The people of one event with exchanges. */
    private static final class Places {

        private final Gathering gathering;
        private final Map<UUID, Integer> numbers = new HashMap<>();
        private final List<Kind> occupants = new ArrayList<>();
        private final List<int[]> exchanges = new ArrayList<>();

        Places(Gathering gathering) {
            this.gathering = gathering;
        }

        int numberOf(UUID person, Kind kind) {
            return numbers.computeIfAbsent(person, id -> {
                occupants.add(kind);
                return occupants.size() - 1;
            });
        }
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

    PairPermutations(
            List<ExchangingPair> pairs,
            Memberships memberships,
            Map<UUID, Integer> people,
            Map<UUID, Gathering> gatherings) {
        for (ExchangingPair pair : pairs) {
            Gathering gathering = gatherings.get(pair.eventId());
            Places of = places.computeIfAbsent(gathering, key -> {
                Places made = new Places(key);
                ordered.add(made);
                return made;
            });
            of.exchanges.add(new int[] {
                of.numberOf(pair.a(), memberships.kindAt(people.get(pair.a()), gathering)),
                of.numberOf(pair.b(), memberships.kindAt(people.get(pair.b()), gathering))
            });
        }
    }

    /** Whether they matched more often; who came changes places with who came only. */
    Result match() {
        return permute(Kind::matches, true);
    }

    /** Whether both came more often. */
    Result exposure() {
        return permute((one, other) -> one.exposed() && other.exposed(), false);
    }

    private Result permute(BiPredicate<Kind, Kind> kind, boolean withinExposure) {
        long work = ordered.stream().mapToLong(of -> of.occupants.size()).sum();
        if (work == 0) {
            return null;
        }
        int permutations = (int) Math.max(FEWEST, Math.min(MOST, WORK / work));
        long[] counts = new long[permutations];
        long observed = 0;
        MersenneTwister random = new MersenneTwister(SEED);
        for (Places of : ordered) {
            observed += count(of.exchanges, of.occupants, kind);
            Draw draw = new Draw(of, withinExposure, random);
            for (int i = 0; i < permutations; i++) {
                counts[i] += count(of.exchanges, draw.another(), kind);
            }
        }
        return result(observed, counts);
    }

    private static long count(List<int[]> exchanges, List<Kind> occupants, BiPredicate<Kind, Kind> kind) {
        return exchanges.stream()
                .filter(pair -> kind.test(occupants.get(pair[0]), occupants.get(pair[1])))
                .count();
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

        private final Places of;
        private final boolean withinExposure;
        private final MersenneTwister random;
        private final Map<Boolean, Kind[]> people = new HashMap<>();
        private final Map<Boolean, Integer> drawn = new HashMap<>();

        Draw(Places of, boolean withinExposure, MersenneTwister random) {
            this.of = of;
            this.withinExposure = withinExposure;
            this.random = random;
            Map<Boolean, List<Kind>> lists = new HashMap<>();
            StreamSupport.stream(of.gathering.kinds().spliterator(), false)
                    .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                    .forEach(kind -> {
                        List<Kind> list = lists.computeIfAbsent(block(kind), block -> new ArrayList<>());
                        for (long i = 0; i < kind.people(); i++) {
                            list.add(kind);
                        }
                    });
            lists.forEach((block, list) -> people.put(block, list.toArray(Kind[]::new)));
        }

        private Boolean block(Kind kind) {
            return withinExposure && kind.exposed();
        }

        List<Kind> another() {
            drawn.clear();
            List<Kind> occupants = new ArrayList<>();
            for (Kind before : of.occupants) {
                Kind[] from = people.get(block(before));
                int next = drawn.merge(block(before), 1, Integer::sum) - 1;
                int other = next + random.nextInt(from.length - next);
                Kind taken = from[other];
                from[other] = from[next];
                from[next] = taken;
                occupants.add(taken);
            }
            return occupants;
        }
    }
}
