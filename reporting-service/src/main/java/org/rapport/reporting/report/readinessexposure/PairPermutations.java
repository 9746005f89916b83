package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether pairs with an exchange are more often of some kind than chance would have it: the people of an event change
 * places, their exchanges stay where they are, and the pairs of that kind are counted again (quadratic assignment
 * procedure). Only the people in an exchange have to be drawn: who takes the places of the others makes no difference.
 * Each event has its own random numbers, so that it doesn't matter in which order events are looked at. Krackhardt 1988.
 */
final class PairPermutations {

    static final int MOST = 999;
    static final long SEED = 20_261_125;

    private static final int FEWEST = 99;
    private static final long WORK = 20_000_000;

    private final Memberships memberships;
    private final Gatherings gatherings;
    private final Places[] ofEvents;

    /**
     * The people of one event with exchanges, a place each.
     *
     * @param event its number
     * @param occupants the places of their records, those who came first
     * @param exchanges who has one with whom: numbers of two of them one after the other
     */
    private record Places(int event, int[] occupants, int[] exchanges) {}

    /** Counts, for permutations of an event's people, how many exchanging pairs are of the kind. */
    @FunctionalInterface
    private interface OfEvent {
        void count(Places places, SplittableRandom random, int[] counts);
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

    PairPermutations(List<ExchangingPair> pairs, Memberships memberships, Gatherings gatherings) {
        this.memberships = memberships;
        this.gatherings = gatherings;
        int[] next = new int[gatherings.size() + 1];
        for (ExchangingPair pair : pairs) {
            next[memberships.records().event(pair.atA()) + 1] += 2;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] first = next.clone();
        int[] exchanges = new int[2 * pairs.size()];
        for (ExchangingPair pair : pairs) {
            int event = memberships.records().event(pair.atA());
            exchanges[next[event]++] = pair.atA();
            exchanges[next[event]++] = pair.atB();
        }
        ofEvents = IntStream.range(0, gatherings.size())
                .filter(event -> first[event] < first[event + 1])
                .mapToObj(event -> places(event, Arrays.copyOfRange(exchanges, first[event], first[event + 1])))
                .toArray(Places[]::new);
    }

    private Places places(int event, int[] exchanges) {
        int[] occupants = IntStream.of(exchanges).sorted().distinct().toArray();
        int[] order = new int[occupants.length];
        int exposed = 0;
        for (int at : occupants) {
            exposed += memberships.exposed(at) ? 1 : 0;
        }
        int came = 0;
        int others = exposed;
        for (int i = 0; i < occupants.length; i++) {
            order[i] = memberships.exposed(occupants[i]) ? came++ : others++;
        }
        for (int i = 0; i < exchanges.length; i++) {
            exchanges[i] = order[Arrays.binarySearch(occupants, exchanges[i])];
        }
        int[] ordered = new int[occupants.length];
        for (int i = 0; i < occupants.length; i++) {
            ordered[order[i]] = occupants[i];
        }
        return new Places(event, ordered, exchanges);
    }

    /** Whether they matched more often; who came changes places with who came only. */
    Result match() {
        return permute(memberships.matches()::match, this::countMatches);
    }

    /** Whether both came more often. */
    Result exposure() {
        return permute(memberships::bothExposed, this::countExposed);
    }

    /** Whether two records are a pair of the kind that is counted. */
    @FunctionalInterface
    private interface OfTwo {
        boolean test(int one, int other);
    }

    private Result permute(OfTwo ofKind, OfEvent counting) {
        long work = 0;
        long observed = 0;
        for (Places places : ofEvents) {
            int[] exchanges = places.exchanges;
            work += places.occupants.length;
            for (int i = 0; i < exchanges.length; i += 2) {
                observed += ofKind.test(places.occupants[exchanges[i]], places.occupants[exchanges[i + 1]]) ? 1 : 0;
            }
        }
        if (work == 0) {
            return null;
        }
        int permutations = (int) Math.max(FEWEST, Math.min(MOST, WORK / work));
        long[] counts = new long[permutations];
        Parts.of(ofEvents.length, (from, to) -> {
                    int[] some = new int[permutations];
                    for (int i = from; i < to; i++) {
                        counting.count(ofEvents[i], new SplittableRandom(SEED + ofEvents[i].event), some);
                    }
                    return some;
                })
                .forEach(some -> Arrays.setAll(counts, i -> counts[i] + some[i]));
        return result(observed, counts);
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

    private int exposed(int[] places) {
        int exposed = 0;
        for (int at : places) {
            exposed += memberships.exposed(at) ? 1 : 0;
        }
        return exposed;
    }

    private void countMatches(Places places, SplittableRandom random, int[] counts) {
        int[] exchanges = places.exchanges;
        int[] members = gatherings.followed(places.event);
        int exposed = exposed(members);
        int placesOfExposed = exposed(places.occupants);
        int placesOfOthers = places.occupants.length - placesOfExposed;
        MatchTest matching = new MatchTest(memberships, places.event, members);
        // those who came, then the others
        int[] people = new int[members.length];
        int came = 0;
        int others = exposed;
        for (int member = 0; member < members.length; member++) {
            people[memberships.exposed(members[member]) ? came++ : others++] = member;
        }
        int[] ends = new int[exchanges.length];
        for (int i = 0; i < exchanges.length; i++) {
            ends[i] = exchanges[i] < placesOfExposed ? exchanges[i] : exposed + exchanges[i] - placesOfExposed;
        }
        for (int i = 0; i < counts.length; i++) {
            draw(people, 0, placesOfExposed, exposed, random);
            draw(people, exposed, exposed + placesOfOthers, people.length, random);
            for (int j = 0; j < ends.length; j += 2) {
                counts[i] += matching.test(people[ends[j]], people[ends[j + 1]]) ? 1 : 0;
            }
        }
    }

    /** Draws for the first ones of some people, nobody twice. */
    private static void draw(int[] people, int from, int to, int end, SplittableRandom random) {
        for (int place = from; place < to; place++) {
            int drawn = place + below(end - place, random);
            int person = people[drawn];
            people[drawn] = people[place];
            people[place] = person;
        }
    }

    /** The upper half of a random number times the bound: that it isn't a multiple of it can't be seen in so few draws. */
    private static int below(int bound, SplittableRandom random) {
        return (int) ((random.nextLong() >>> Integer.SIZE) * bound >>> Integer.SIZE);
    }

    /** First of how many in the places it isn't so that they came, which is hypergeometric, then where these are. */
    private void countExposed(Places places, SplittableRandom random, int[] counts) {
        int[] exchanges = places.exchanges;
        int[] members = gatherings.followed(places.event);
        int[] order = IntStream.range(0, places.occupants.length).toArray();
        int unexposed = members.length - exposed(members);
        Hypergeometric drawn = new Hypergeometric(members.length, unexposed, order.length);
        boolean[] isUnexposed = new boolean[order.length];
        int[] exchangesOf = new int[order.length];
        for (int place : exchanges) {
            exchangesOf[place]++;
        }
        for (int i = 0; i < counts.length; i++) {
            int number = drawn.next(random);
            counts[i] += exchanges.length / 2;
            if (number == 1) {
                counts[i] -= exchangesOf[below(order.length, random)];
            } else if (number > 1) {
                for (int j = 0; j < number; j++) {
                    int place = j + below(order.length - j, random);
                    int other = order[place];
                    order[place] = order[j];
                    order[j] = other;
                    isUnexposed[other] = true;
                }
                for (int j = 0; j < exchanges.length; j += 2) {
                    counts[i] -= isUnexposed[exchanges[j]] || isUnexposed[exchanges[j + 1]] ? 1 : 0;
                }
                for (int j = 0; j < number; j++) {
                    isUnexposed[order[j]] = false;
                }
            }
        }
    }
}
