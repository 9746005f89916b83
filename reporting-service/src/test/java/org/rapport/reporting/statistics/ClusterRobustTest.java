package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rapport.reporting.statistics.Agreement.assertSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClusterRobustTest {

    /** Clusters of a few rows each, as people are who came to a few events. */
    @Provide
    Arbitrary<List<TwoByTwo>> clusters() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, 3);
        return Combinators.combine(count, count, count, count)
                .as(TwoByTwo::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(40);
    }

    private static TwoByTwo sum(List<TwoByTwo> clusters) {
        return clusters.stream().reduce(new TwoByTwo(0, 0, 0, 0), TwoByTwo::plus);
    }

    /** One cluster for every row of a table. */
    private static List<TwoByTwo> rows(TwoByTwo table) {
        List<TwoByTwo> rows = new ArrayList<>();
        rows.addAll(Collections.nCopies((int) table.a(), new TwoByTwo(1, 0, 0, 0)));
        rows.addAll(Collections.nCopies((int) table.b(), new TwoByTwo(0, 1, 0, 0)));
        rows.addAll(Collections.nCopies((int) table.c(), new TwoByTwo(0, 0, 1, 0)));
        rows.addAll(Collections.nCopies((int) table.d(), new TwoByTwo(0, 0, 0, 1)));
        return rows;
    }

    @Property
    void withOneRowPerClusterItIsTheUsualInterval(@ForAll("clusters") List<TwoByTwo> clusters) {
        TwoByTwo table = sum(clusters);
        Assume.that(table.total() > 1);
        ClusterRobust robust = ClusterRobust.of(rows(table));
        assertThat(robust.clusters(), is(table.total()));
        assertThat(robust.rows(), is(table.total()));
        assertSame("relative risk", robust.relativeRisk(), table.relativeRisk());
        assertSame("difference", robust.riskDifference(), table.riskDifferenceWald());
        if (table.oddsRatio().defined()) {
            assertSame("odds ratio", robust.oddsRatio(), table.oddsRatio());
        }
    }

    @Property
    void sumsTheInfluenceOfTheRowsOfACluster(@ForAll("clusters") List<TwoByTwo> clusters) {
        TwoByTwo table = sum(clusters);
        Assume.that(table.a() > 0 && table.b() > 0 && table.c() > 0 && table.d() > 0);
        double n1 = table.exposed();
        double n0 = table.unexposed();
        double p1 = table.a() / n1;
        double p0 = table.c() / n0;
        double ratio = 0;
        double difference = 0;
        double odds = 0;
        for (TwoByTwo cluster : clusters) {
            double exposed = cluster.a() * (1 - p1) - cluster.b() * p1;
            double unexposed = cluster.c() * (1 - p0) - cluster.d() * p0;
            ratio += Math.pow(exposed / (n1 * p1) - unexposed / (n0 * p0), 2);
            difference += Math.pow(exposed / n1 - unexposed / n0, 2);
            odds += Math.pow(exposed / (n1 * p1 * (1 - p1)) - unexposed / (n0 * p0 * (1 - p0)), 2);
        }
        ClusterRobust robust = ClusterRobust.of(clusters);
        Assume.that(robust.clusters() > 1 && Math.min(ratio, Math.min(difference, odds)) > 1e-9);
        assertThat(robust.relativeRisk().seLog(), closeTo(Math.sqrt(ratio), 1e-9));
        assertThat(robust.riskDifference().se(), closeTo(Math.sqrt(difference), 1e-9));
        assertThat(robust.oddsRatio().seLog(), closeTo(Math.sqrt(odds), 1e-9));
    }

    @Property
    void theOrderOfClustersDoesNotMatter(@ForAll("clusters") List<TwoByTwo> clusters, @ForAll Random random) {
        List<TwoByTwo> shuffled = new ArrayList<>(clusters);
        Collections.shuffle(shuffled, random);
        assertThat(ClusterRobust.of(shuffled), is(ClusterRobust.of(clusters)));
    }

    /** The same people counted twice tell nothing new, though the usual interval thinks so. */
    @Property
    void countingEverybodyTwiceDoesNotShortenTheInterval(@ForAll("clusters") List<TwoByTwo> clusters) {
        ClusterRobust once = ClusterRobust.of(clusters);
        ClusterRobust twice =
                ClusterRobust.of(clusters.stream().map(c -> c.plus(c)).toList());
        Assume.that(once.relativeRisk().seLog() != null && once.relativeRisk().seLog() > 1e-6);
        assertThat(twice.rows(), is(2 * once.rows()));
        assertThat(twice.clusters(), is(once.clusters()));
        assertThat(
                twice.relativeRisk().seLog(),
                closeTo(once.relativeRisk().seLog(), 1e-9 * once.relativeRisk().seLog()));
    }

    @Example
    void peopleWithoutARowAreNotClusters() {
        ClusterRobust robust =
                ClusterRobust.of(List.of(new TwoByTwo(1, 1, 0, 0), new TwoByTwo(0, 0, 0, 0), new TwoByTwo(0, 0, 1, 2)));
        assertThat(robust.clusters(), is(2L));
        assertThat(robust.rows(), is(5L));
        assertThat(robust.relativeRisk().method(), is("cluster-robust by participant"));
    }

    @Example
    void aSingleClusterTellsNothing() {
        ClusterRobust robust = ClusterRobust.of(List.of(new TwoByTwo(3, 4, 2, 5)));
        assertThat(robust.relativeRisk().reason(), is("fewer than two clusters"));
        assertThat(robust.riskDifference().reason(), is("fewer than two clusters"));
        assertThat(robust.oddsRatio().reason(), is("fewer than two clusters"));
    }

    @Example
    void clustersAlikeInTheirSharesGiveNoInterval() {
        ClusterRobust robust =
                ClusterRobust.of(List.of(new TwoByTwo(1, 2, 3, 4), new TwoByTwo(2, 4, 6, 8), new TwoByTwo(3, 6, 3, 4)));
        assertThat(robust.relativeRisk().defined(), is(true));
        assertThat(robust.relativeRisk().reason(), is("no variation to give an interval"));
        assertThat(robust.riskDifference().lower(), nullValue());
        assertThat(robust.oddsRatio().upper(), nullValue());
    }

    @Example
    void isUndefinedWhereTheTableIs() {
        ClusterRobust robust = ClusterRobust.of(List.of(new TwoByTwo(3, 4, 0, 0), new TwoByTwo(0, 0, 0, 5)));
        assertThat(robust.relativeRisk().reason(), is("no outcome in one of the groups"));
        assertThat(robust.oddsRatio().reason(), is("an empty cell"));
        assertThat(robust.riskDifference().defined(), is(true));
        ClusterRobust empty = ClusterRobust.of(List.of());
        assertThat(empty.clusters(), is(0L));
        assertThat(empty.riskDifference().reason(), is("nobody in one of the groups"));
    }

    @Example
    void refusesNegativeCounts() {
        ClusterRobust.Accumulator accumulator = new ClusterRobust.Accumulator();
        assertThrows(IllegalArgumentException.class, () -> accumulator.add(1, -1, 0, 0));
    }
}
