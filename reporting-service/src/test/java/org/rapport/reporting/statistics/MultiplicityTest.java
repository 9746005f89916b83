package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MultiplicityTest {

    private static final double ROUNDING = 1e-15;

    @Provide
    Arbitrary<List<Double>> pValues() {
        return Arbitraries.doubles().between(0, 1).injectNull(0.1).list().ofMaxSize(20);
    }

    @Property
    void everyAdjustmentIsMoreCautiousThanTheOneBefore(@ForAll("pValues") List<Double> raw) {
        List<List<Double>> rising =
                List.of(raw, Multiplicity.benjaminiHochberg(raw), Multiplicity.holm(raw), Multiplicity.bonferroni(raw));
        for (int method = 1; method < rising.size(); method++) {
            for (int i = 0; i < raw.size(); i++) {
                if (raw.get(i) == null) {
                    assertThat(rising.get(method).get(i), nullValue());
                } else {
                    assertThat(
                            rising.get(method).get(i),
                            greaterThanOrEqualTo(rising.get(method - 1).get(i) - ROUNDING));
                    assertThat(rising.get(method).get(i), lessThanOrEqualTo(1.0));
                }
            }
        }
    }

    @Property
    void adjustmentKeepsTheOrderOfTheTests(@ForAll("pValues") List<Double> raw) {
        for (List<Double> adjusted : List.of(Multiplicity.benjaminiHochberg(raw), Multiplicity.holm(raw))) {
            for (int i = 0; i < raw.size(); i++) {
                for (int j = 0; j < raw.size(); j++) {
                    if (raw.get(i) != null && raw.get(j) != null && raw.get(i) <= raw.get(j)) {
                        assertThat(adjusted.get(i), lessThanOrEqualTo(adjusted.get(j)));
                    }
                }
            }
        }
    }

    @Property
    void whereATestStandsDoesNotMatter(@ForAll("pValues") List<Double> raw, @ForAll Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, raw.size()).boxed().toList());
        Collections.shuffle(order, random);
        assertThat(Multiplicity.holm(in(order, raw)), is(in(order, Multiplicity.holm(raw))));
        assertThat(Multiplicity.benjaminiHochberg(in(order, raw)), is(in(order, Multiplicity.benjaminiHochberg(raw))));
    }

    private static List<Double> in(List<Integer> order, List<Double> values) {
        return new ArrayList<>(order.stream().map(values::get).toList());
    }

    @Example
    void undefinedTestsAreNotCounted() {
        List<Double> raw = Arrays.asList(0.01, null, 0.04);
        assertThat(Multiplicity.holm(raw), contains(is(0.02), nullValue(), is(0.04)));
        assertThat(Multiplicity.benjaminiHochberg(raw), contains(is(0.02), nullValue(), is(0.04)));
        assertThat(Multiplicity.bonferroni(raw), contains(is(0.02), nullValue(), is(0.08)));
    }

    @Example
    void noTestsNeedNoAdjustment() {
        assertThat(Multiplicity.holm(List.of()), empty());
        assertThat(Multiplicity.benjaminiHochberg(List.of()), empty());
        assertThat(Multiplicity.bonferroni(List.of()), empty());
    }

    @Example
    void refusesWhatIsNotAProbability() {
        for (double p : new double[] {-0.01, 1.01, Double.NaN}) {
            assertThat(
                    assertThrows(IllegalArgumentException.class, () -> Multiplicity.holm(List.of(p)))
                            .getMessage(),
                    containsString("Not a p-value"));
        }
    }
}
