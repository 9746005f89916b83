package org.rapport.reporting.statistics.network;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TwoByTwo;
import org.rapport.reporting.statistics.regression.Dropped;

class NetworkLawsTest {

    private static final int PEOPLE = 5;

    @Provide
    Arbitrary<SquareMatrix> directed() {
        return Arbitraries.integers()
                .between(0, 3)
                .list()
                .ofSize(PEOPLE * PEOPLE)
                .map(cells -> matrix(PEOPLE, (i, j) -> cells.get(i * PEOPLE + j)));
    }

    @Provide
    Arbitrary<SquareMatrix> symmetric() {
        return directed().map(x -> matrix(PEOPLE, (i, j) -> x.cell(Math.max(i, j), Math.min(i, j))));
    }

    private interface Cell {
        double at(int i, int j);
    }

    private static SquareMatrix matrix(int n, Cell cell) {
        double[][] cells = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                cells[i][j] = cell.at(i, j);
            }
        }
        return SquareMatrix.of(cells);
    }

    private static Permutations all() {
        return Permutations.of(PEOPLE, 1, 0);
    }

    @Property(tries = 60)
    void itDoesNotMatterWhoComesFirstNorWhichRelation(
            @ForAll("directed") SquareMatrix x, @ForAll("directed") SquareMatrix y, @ForAll Random random) {
        Qap qap = Qap.of(x, y, all());
        Assume.that(qap.defined());
        List<Integer> order = new ArrayList<>(IntStream.range(0, PEOPLE).boxed().toList());
        Collections.shuffle(order, random);
        Qap renamed = Qap.of(
                matrix(PEOPLE, (i, j) -> x.cell(order.get(i), order.get(j))),
                matrix(PEOPLE, (i, j) -> y.cell(order.get(i), order.get(j))),
                all());
        assertAlike(renamed, qap);
        assertAlike(Qap.of(y, x, all()), qap);
        assertAlike(
                Qap.of(matrix(PEOPLE, (i, j) -> 100 * x.cell(i, j) - 7), matrix(PEOPLE, (i, j) -> y.cell(j, i)), all()),
                Qap.of(x, matrix(PEOPLE, (i, j) -> y.cell(j, i)), all()));
        Qap turned = Qap.of(matrix(PEOPLE, (i, j) -> -x.cell(i, j)), y, all());
        assertThat(turned.statistic(), closeTo(-qap.statistic(), 1e-12));
        assertThat(turned.pValue(), is(qap.pValue()));
        assertThat(turned.pGreater(), is(qap.pLess()));
    }

    private static void assertAlike(Qap actual, Qap expected) {
        assertThat(actual.statistic(), closeTo(expected.statistic(), 1e-12));
        assertThat(actual.pValue(), is(expected.pValue()));
        assertThat(actual.pGreater(), is(expected.pGreater()));
    }

    @Property(tries = 60)
    void theMomentsAreThoseOfAllPermutations(@ForAll("directed") SquareMatrix x, @ForAll("directed") SquareMatrix y) {
        Qap qap = Qap.of(x, y, all());
        Assume.that(qap.defined());
        assertThat(qap.distribution().mean(), closeTo(0, 1e-12));
        assertThat(
                qap.mantel().correlationDeviation(), closeTo(qap.distribution().standardDeviation(), 1e-9));
    }

    @Property(tries = 60)
    void withOneRelationMultipleRegressionIsCorrelation(
            @ForAll("symmetric") SquareMatrix x, @ForAll("symmetric") SquareMatrix y) {
        Qap qap = Qap.of(x, y, all());
        Mrqap mrqap = Mrqap.of(Map.of("x", x), y, all());
        Assume.that(qap.defined() && mrqap.terms().get(0).pValue() != null);
        assertThat(mrqap.terms().get(0).pValue(), is(qap.pValue()));
        assertThat(mrqap.terms().get(0).pGreater(), is(qap.pGreater()));
        assertThat(mrqap.rSquared(), closeTo(qap.statistic() * qap.statistic(), 1e-9));
    }

    /** Only what the others don't explain of a relation is permuted. */
    @Property(tries = 40)
    void addingAControlToARelationChangesNothingAboutIt(
            @ForAll("symmetric") SquareMatrix x,
            @ForAll("symmetric") SquareMatrix z,
            @ForAll("symmetric") SquareMatrix y) {
        Mrqap mrqap = Mrqap.of(named(x, z), y, all());
        Assume.that(mrqap.defined() && mrqap.dropped().isEmpty());
        SquareMatrix sum = matrix(PEOPLE, (i, j) -> x.cell(i, j) + 2 * z.cell(i, j) + 1);
        Mrqap.Term again = Mrqap.of(named(sum, z), y, all()).terms().get(0);
        Mrqap.Term term = mrqap.terms().get(0);
        assertThat(again.coefficient(), closeTo(term.coefficient(), 1e-8));
        assertThat(again.pValue(), is(term.pValue()));
    }

    private static Map<String, SquareMatrix> named(SquareMatrix... matrices) {
        Map<String, SquareMatrix> named = new LinkedHashMap<>();
        for (SquareMatrix matrix : matrices) {
            named.put("x" + named.size(), matrix);
        }
        return named;
    }

    @Example
    void tryingAllMeansEachOnceWithinBlocks() {
        assertPermutations(Permutations.of(4, 1, 0), 24);
        Permutations within = Permutations.within(new int[] {7, 3, 7, 3, 7}, 1, 0);
        assertPermutations(within, 12);
        within.forEach(p -> assertThat(p[1] == 1 || p[1] == 3, is(true)));
        assertThat(within.toString(), is("all 12 permutations within blocks"));
        assertThat(Permutations.of(8, 1, 0).isExact(), is(true));
        assertThat(Permutations.of(8, 1, 0).count(), is(40_320L));
        assertThat(Permutations.of(9, 99, 0).isExact(), is(false));
    }

    private static void assertPermutations(Permutations permutations, int expected) {
        Set<List<Integer>> seen = new HashSet<>();
        permutations.forEach(p -> seen.add(IntStream.of(p).boxed().toList()));
        assertThat(seen.size(), is(expected));
        assertThat(permutations.count(), is((long) expected));
        assertThat(seen.contains(IntStream.range(0, permutations.size()).boxed().toList()), is(true));
    }

    @Example
    void theSameSeedGivesTheSameSample() {
        List<List<Integer>> once = sample(42);
        assertThat(sample(42), is(once));
        assertThat(sample(43), is(not(once)));
    }

    private static List<List<Integer>> sample(long seed) {
        List<List<Integer>> sample = new ArrayList<>();
        Permutations.within(new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1}, 5, seed)
                .forEach(p -> {
                    sample.add(IntStream.of(p).boxed().toList());
                    assertThat(p[10] >= 10 && p[11] >= 10, is(true));
                });
        assertThat(sample.size(), is(5));
        return sample;
    }

    @Example
    void aSampleComesNearAllPermutationsWhichAreTriedWhereBlocksMakeThemFew() {
        Random random = new Random(5);
        double[][] cells = new double[10][10];
        for (double[] row : cells) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextInt(3);
            }
        }
        SquareMatrix x = matrix(10, (i, j) -> cells[Math.max(i, j)][Math.min(i, j)]);
        SquareMatrix y = matrix(10, (i, j) -> x.cell(i, j) + 3 * ((i * j + i + j) % 3));
        int[] blocks = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};
        Qap exact = Qap.of(x, y, Permutations.within(blocks, 1, 0));
        Qap sampled = Qap.of(x, y, Permutations.of(10, 4_000, 1));
        assertThat(exact.exact(), is(true));
        assertThat(exact.permutations(), is(17_280L));
        assertThat(exact.mantel(), nullValue());
        assertThat(sampled.exact(), is(false));
        assertThat(
                sampled.distribution().standardDeviation(),
                closeTo(sampled.mantel().correlationDeviation(), 0.01));
    }

    @Example
    void whatTellsNothingIsSaid() {
        SquareMatrix ones = matrix(4, (i, j) -> i == j ? 9 : 1);
        SquareMatrix some = matrix(4, (i, j) -> i + j);
        Permutations all = Permutations.of(4, 1, 0);
        assertThat(Qap.of(ones, some, all).reason(), is("all cells equal in one of the matrices"));
        assertThat(
                Qap.of(matrix(2, (i, j) -> i), matrix(2, (i, j) -> j), Permutations.of(2, 1, 0))
                        .reason(),
                is("fewer than three people"));
        assertThat(Mrqap.of(Map.of("x", some), ones, all).reason(), is("all cells of the outcome are equal"));
        Mrqap copy =
                Mrqap.of(named(ones, some, matrix(4, (i, j) -> 5 - some.cell(i, j))), matrix(4, (i, j) -> i * j), all);
        assertThat(copy.dropped(), contains(new Dropped("x0", Dropped.CONSTANT), new Dropped("x2", Dropped.COLLINEAR)));
        assertThat(copy.terms().size(), is(1));
        assertThat(Mrqap.of(named(some), some, all).terms().get(0).reason(), is("explained without any error"));
        assertThat(Mrqap.of(named(ones), some, all).terms(), empty());
    }

    @Example
    void refusesWhatIsNoMatrix() {
        assertThrows(IllegalArgumentException.class, () -> SquareMatrix.of(new double[][] {{1, 2}, {3}}));
        assertThrows(IllegalArgumentException.class, () -> matrix(3, (i, j) -> Double.NaN));
        SquareMatrix three = matrix(3, (i, j) -> i * j);
        SquareMatrix four = matrix(4, (i, j) -> i * j);
        assertThrows(IllegalArgumentException.class, () -> Qap.of(three, four, Permutations.of(3, 1, 0)));
        assertThrows(IllegalArgumentException.class, () -> Permutations.of(20, 0, 0));
    }

    /** Pairs without a person in common are independent: the errors are those of Katz. */
    @Example
    void pairsThatShareNobodyGiveTheUsualInterval() {
        TwoByTwo table = new TwoByTwo(7, 13, 4, 26);
        DyadicRelativeRisk risk = new DyadicRelativeRisk(1);
        TwoByTwo[] cells = {
            new TwoByTwo(1, 0, 0, 0), new TwoByTwo(0, 1, 0, 0), new TwoByTwo(0, 0, 1, 0), new TwoByTwo(0, 0, 0, 1)
        };
        long[] counts = {7, 13, 4, 26};
        for (int cell = 0; cell < 4; cell++) {
            risk.addPairs(counts[cell], cells[cell]);
            for (int i = 0; i < 2 * counts[cell]; i++) {
                risk.addPerson(cells[cell]);
            }
        }
        Estimate expected = table.relativeRisk();
        assertThat(risk.table(0), is(table));
        assertThat(risk.relativeRisk(0).value(), closeTo(expected.value(), 1e-12));
        assertThat(risk.relativeRisk(0).seLog(), closeTo(expected.seLog(), 1e-12));
        assertThat(risk.relativeRisk(0).method(), is("dyadic-cluster-robust"));
    }

    @Example
    void aRiskOfNothingHasNoRatio() {
        DyadicRelativeRisk risk = new DyadicRelativeRisk(2);
        risk.addPairs(3, new TwoByTwo(1, 0, 0, 0), new TwoByTwo(0, 1, 1, 0));
        assertThat(risk.relativeRisk(0).reason(), is("nobody in one of the groups"));
        assertThat(risk.ratio(0, 1).defined(), is(false));
        assertThrows(IllegalArgumentException.class, () -> risk.addPerson(new TwoByTwo(1, 0, 0, 0)));
    }
}
