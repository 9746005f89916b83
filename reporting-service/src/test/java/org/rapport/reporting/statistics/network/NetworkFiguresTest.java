package org.rapport.reporting.statistics.network;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.statistics.Estimate;

/** What the figures of a network come to where they are known. */
class NetworkFiguresTest {

    @Test
    void aStarIsAsCentralisedAsANetworkCanBe() {
        assertThat(Centralisation.ofDegrees(new int[] {4, 1, 1, 1, 1}).value(), is(1.0));
        assertThat(Centralisation.ofBetweenness(new double[] {6, 0, 0, 0, 0}).value(), is(1.0));
    }

    @Test
    void whereAllAreAlikeNothingIsCentralised() {
        assertThat(Centralisation.ofDegrees(new int[] {2, 2, 2, 2}).value(), is(0.0));
        assertThat(
                Centralisation.ofBetweenness(new double[] {0.5, 0.5, 0.5, 0.5}).value(), is(0.0));
    }

    /** A line of five: betweenness 0, 3, 4, 3, 0; Freeman 1979 gives 5/12 for it. */
    @Test
    void aLineLiesBetween() {
        assertThat(Centralisation.ofDegrees(new int[] {1, 2, 2, 2, 1}).value(), closeTo(2.0 / 12, 1e-15));
        assertThat(Centralisation.ofBetweenness(new double[] {0, 3, 4, 3, 0}).value(), closeTo(10.0 / 24, 1e-15));
    }

    @Test
    void fewerThanThreeHaveNoCentre() {
        Estimate undefined = Centralisation.ofDegrees(new int[] {1, 1});
        assertThat(undefined.value(), nullValue());
        assertThat(undefined.reason(), notNullValue());
        assertThat(Centralisation.ofBetweenness(new double[0]).reason(), notNullValue());
    }

    @Test
    void tiesWithinAndBetweenGroupsAreCountedAndThoseOfUnknownGroupsLeftOut() {
        int[][] ties = {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}};

        ExternalInternal result = of(new int[] {0, 0, 1, 1, ExternalInternal.NONE}, ties);

        assertThat(result.internal(), is(2L));
        assertThat(result.external(), is(2L));
        assertThat(result.unknown(), is(1L));
        assertThat(result.index().value(), is(0.0));
        assertThat(result.expected().value(), closeTo(1 - 2 * 2.0 / 6, 1e-15));
    }

    @Test
    void withoutTiesOfKnownGroupsThereIsNoIndex() {
        ExternalInternal result = of(new int[] {0, ExternalInternal.NONE}, new int[][] {{0, 1}});
        assertThat(result.index().reason(), notNullValue());
        assertThat(result.expected().reason(), notNullValue());
    }

    /** A network of all pairs has no preference, so its index is what is expected. */
    @Property(tries = 200)
    void allPairsHaveTheIndexThatIsExpected(@ForAll @Size(min = 2, max = 12) int[] numbers) {
        int[] groups = Arrays.stream(numbers).map(n -> Math.floorMod(n, 3)).toArray();
        int[][] ties = new int[groups.length * (groups.length - 1) / 2][];
        int next = 0;
        for (int i = 0; i < groups.length; i++) {
            for (int j = i + 1; j < groups.length; j++) {
                ties[next++] = new int[] {i, j};
            }
        }
        ExternalInternal result = of(groups, ties);
        assertThat(result.index().value(), closeTo(result.expected().value(), 1e-12));
    }

    @Property(tries = 200)
    void centralisationLiesBetweenNoneAndThatOfAStar(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 12) int nodes) {
        Random random = new Random(seed);
        int[] degrees = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = i + 1; j < nodes; j++) {
                if (random.nextInt(3) == 0) {
                    degrees[i]++;
                    degrees[j]++;
                }
            }
        }
        double value = Centralisation.ofDegrees(degrees).value();
        assertThat(value >= 0 && value <= 1, is(true));
    }

    private static ExternalInternal of(int[] groups, int[][] ties) {
        return ExternalInternal.of(groups, ties.length, tie -> ties[tie][0], tie -> ties[tie][1]);
    }
}
