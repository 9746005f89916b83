package org.rapport.reporting.network;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the libraries make of networks that are known. */
class ClustersTest {

    private static final int[][] TWO_TRIANGLES = {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}};

    @Test
    void twoTrianglesWithABridgeAreTwoCommunitiesOfOneComponent() {
        ExchangeNetwork network = network(100, TWO_TRIANGLES);

        Clusters communities = communities(network);

        assertThat(communities.sizes(), equalTo(new int[] {3, 3}));
        assertThat(communities.of()[0] == communities.of()[2], is(true));
        assertThat(communities.of()[0] == communities.of()[3], is(false));
        assertThat(communities.modularity(network), closeTo(6.0 / 7 - 0.5, 1e-12));
        assertThat(Clusters.components(network).sizes(), equalTo(new int[] {6}));
    }

    @Test
    void componentsComeLargestFirst() {
        assertThat(
                Clusters.components(network(100, new int[][] {{0, 1}, {2, 3}, {3, 4}}))
                        .sizes(),
                equalTo(new int[] {3, 2}));
        assertThat(Clusters.components(network(100, new int[0][])).sizes(), equalTo(new int[0]));
        assertThat(communities(network(100, new int[0][])).sizes(), equalTo(new int[0]));
    }

    @Test
    void communitiesAreTheSameEveryTime() {
        Random random = new Random(5);
        int[][] ties = random.ints(600, 0, 300)
                .mapToObj(a -> new int[] {a, a + 1 + random.nextInt(20)})
                .distinct()
                .toArray(int[][]::new);
        ExchangeNetwork network = network(1_000, ties);
        Clusters once = communities(network);
        Clusters again = communities(network(1_000, ties));
        assertThat(again.of(), equalTo(once.of()));
        assertThat(again.modularity(network), is(once.modularity(network)));
    }

    @Test
    void aStarIsCentralisedAsItShouldBe() {
        ExchangeNetwork star = network(100, new int[][] {{0, 1}, {0, 2}, {0, 3}, {0, 4}});
        assertThat(Betweenness.centralisation(star).value(), is(1.0));
    }

    @Test
    void betweennessIsNotComputedOfTooLargeANetwork() {
        int[][] ring = new int[1_500][];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new int[] {i, (i + 1) % ring.length};
        }
        assertThat(Betweenness.centralisation(network(10_000, ring)).value(), nullValue());
        assertThat(
                Betweenness.centralisation(network(10_000, ring)).reason(),
                containsString("2250000, the limit is 2000000"));
    }

    @Test
    void moreTiesThanTheBoundAreRefused() {
        HttpProblem refused = assertThrows(HttpProblem.class, () -> network(6, TWO_TRIANGLES));
        assertThat(refused.getStatusCode(), is(422));
        assertThat(refused.getDetail(), containsString("more than 6 ties"));
    }

    private static Clusters communities(ExchangeNetwork network) {
        return Clusters.communities(network, Clusters.components(network));
    }

    private static ExchangeNetwork network(int maxTies, int[][] ties) {
        int people = 1 + Arrays.stream(ties).flatMapToInt(Arrays::stream).max().orElse(0);
        ExchangeNetwork.Builder network = new ExchangeNetwork.Builder(people, maxTies);
        for (int[] tie : ties) {
            network.add(tie[0], tie[1], 0, false, 0);
        }
        return network.build();
    }
}
