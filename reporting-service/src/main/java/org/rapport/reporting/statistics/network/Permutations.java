package org.rapport.reporting.statistics.network;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * Permutations of people, within blocks if there are any: all of them if they aren't many, else a random sample that is
 * the same for the same seed.
 */
public final class Permutations {

    /** Up to so many are all tried. */
    public static final int MOST_TRIED = 50_000;

    private final List<int[]> blocks;
    private final int size;
    private final boolean exact;
    private final long count;
    private final Long seed;

    private Permutations(int[] block, int sample, long seed) {
        TreeMap<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < block.length; i++) {
            members.computeIfAbsent(block[i], b -> new ArrayList<>()).add(i);
        }
        this.blocks = members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        this.size = block.length;
        double all = 1;
        for (int[] people : blocks) {
            for (int i = 2; i <= people.length; i++) {
                all *= i;
            }
        }
        this.exact = all <= MOST_TRIED;
        this.count = exact ? (long) all : sample;
        this.seed = exact ? null : Long.valueOf(seed);
    }

    /** @param sample how many are drawn if they aren't all tried */
    public static Permutations of(int people, int sample, long seed) {
        return within(new int[people], sample, seed);
    }

    /** @param block a number per person; nobody leaves their block */
    public static Permutations within(int[] block, int sample, long seed) {
        if (sample < 1) {
            throw new IllegalArgumentException("Not a number of permutations: " + sample);
        }
        return new Permutations(block, sample, seed);
    }

    public boolean isExact() {
        return exact;
    }

    public boolean isWithinBlocks() {
        return blocks.size() > 1;
    }

    /** All of them if exact, that which changes nothing among them. */
    public long count() {
        return count;
    }

    /** No p-value can be smaller. */
    public double smallestP() {
        return exact ? 1.0 / count : 1.0 / (count + 1);
    }

    int size() {
        return size;
    }

    /** Null if all are tried. */
    public Long seed() {
        return seed;
    }

    /** Each is handed over in the same array. */
    void forEach(Consumer<int[]> action) {
        int[] permutation = IntStream.range(0, size).toArray();
        if (exact) {
            tryAll(permutation, 0, 0, action);
        } else {
            MersenneTwister random = new MersenneTwister(seed);
            for (long i = 0; i < count; i++) {
                blocks.forEach(people -> shuffle(permutation, people, random));
                action.accept(permutation);
            }
        }
    }

    /** Fisher and Yates, backwards. */
    private static void shuffle(int[] permutation, int[] people, MersenneTwister random) {
        for (int i = people.length - 1; i > 0; i--) {
            swap(permutation, people[i], people[random.nextInt(i + 1)]);
        }
    }

    private void tryAll(int[] permutation, int block, int first, Consumer<int[]> action) {
        if (block == blocks.size()) {
            action.accept(permutation);
            return;
        }
        int[] people = blocks.get(block);
        if (first >= people.length - 1) {
            tryAll(permutation, block + 1, 0, action);
            return;
        }
        for (int i = first; i < people.length; i++) {
            swap(permutation, people[first], people[i]);
            tryAll(permutation, block, first + 1, action);
            swap(permutation, people[first], people[i]);
        }
    }

    private static void swap(int[] values, int i, int j) {
        int value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    @Override
    public String toString() {
        String within = isWithinBlocks() ? " within blocks" : "";
        return exact ? "all " + count + " permutations" + within : count + " random permutations" + within;
    }
}
