package org.rapport.events.allocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Allocates people to the sessions of a slot at random: stratified randomisation in permuted blocks, each stratum one block,
 * the sizes of the blocks by unbiased controlled rounding.
 *
 * <p>Of the <i>n</i> people of a stratum, a session with the weight <i>w</i> of a total <i>W</i> has <i>n w / W</i> to
 * expect. That is rounded, at random, to a whole number next to it, in such a way that the strata add up to what they are,
 * the sessions to a whole number next to what they have to expect, and that on average each gets just that. Then the people
 * of a stratum, in the order of their ids, are dealt a random permutation of so many places in each session. So everybody has
 * the same chance of each session, <i>w / W</i>, whatever their stratum; no stratum and no session is off by a whole person;
 * and if the weights are capacities and suffice, none is exceeded.
 *
 * <p>The outcome depends on the people, their strata, the sessions, their weights and the seed, and not on any order. Chance
 * is SplitMix64, as {@link SplittableRandom} has it; all else are whole numbers.
 *
 * <p>Sources: L. H. Cox, A Constructive Procedure for Unbiased Controlled Rounding, Journal of the American Statistical
 * Association 82 (1987), 520-524; J. L. Fleiss, B. Levin, M. C. Paik, Statistical Methods for Rates and Proportions, 3rd ed.
 * (2003), chapter 5, on blocks and strata; G. L. Steele, D. Lea, C. H. Flood, Fast Splittable Pseudorandom Number Generators,
 * OOPSLA 2014.
 */
final class Randomisation {

    static final String ALGORITHM = "STRATIFIED_PERMUTED_BLOCKS";

    private static final Comparator<UUID> BY_TEXT = Comparator.comparing(UUID::toString);

    private Randomisation() {}

    /** Somebody to be allocated; people with the same stratum, which may be null, are spread evenly. */
    record Person(UUID id, UUID stratum) {}

    /**
     * Allocates everybody.
     *
     * @param weights of the sessions, not negative, and not all zero
     * @return the session of each person
     */
    static Map<UUID, UUID> allocate(Collection<Person> people, Map<UUID, Integer> weights, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<UUID> sessions = weights.keySet().stream().sorted(BY_TEXT).toList();
        int[] weightOf = sessions.stream().mapToInt(weights::get).toArray();
        SortedMap<String, List<UUID>> strata = new TreeMap<>();
        for (Person person : people) {
            strata.computeIfAbsent(String.valueOf(person.stratum()), stratum -> new ArrayList<>())
                    .add(person.id());
        }
        int[] sizes = strata.values().stream().mapToInt(List::size).toArray();
        int[][] blocks = ControlledRounding.of(sizes, weightOf, random);
        Map<UUID, UUID> allocated = new HashMap<>();
        int stratum = 0;
        for (List<UUID> members : strata.values()) {
            members.sort(BY_TEXT);
            List<UUID> block = permuted(sessions, blocks[stratum++], random);
            for (int i = 0; i < block.size(); i++) {
                allocated.put(members.get(i), block.get(i));
            }
        }
        return allocated;
    }

    /** So many of each session, in random order (Fisher and Yates). */
    private static List<UUID> permuted(List<UUID> sessions, int[] counts, SplittableRandom random) {
        List<UUID> block = new ArrayList<>();
        for (int session = 0; session < counts.length; session++) {
            block.addAll(Collections.nCopies(counts[session], sessions.get(session)));
        }
        for (int i = block.size() - 1; i > 0; i--) {
            Collections.swap(block, i, random.nextInt(i + 1));
        }
        return block;
    }
}
