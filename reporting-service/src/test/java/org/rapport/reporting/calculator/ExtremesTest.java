package org.rapport.reporting.calculator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever numbers come in, what goes out is numbers or nothing. */
class ExtremesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 12;

    @Provide
    Arbitrary<Double> extreme() {
        return Arbitraries.of(
                0.0, 1.0, 2.0, 3.0, -1.0, -0.0, 1e15, -1e15, 1e15 - 1, 1e-15, 1e-99, 1e-160, 1e-300, Double.MIN_VALUE);
    }

    @Provide
    Arbitrary<List<Double>> column() {
        return extreme().list().ofSize(ROWS);
    }

    @Provide
    Arbitrary<List<Boolean>> flags() {
        return Arbitraries.of(true, true, false).list().ofSize(ROWS);
    }

    /** Of five people. */
    @Provide
    Arbitrary<List<List<Double>>> matrix() {
        Arbitrary<Double> tiny = Arbitraries.of(1e-300, 2e-300, 0.0);
        return Arbitraries.oneOf(
                extreme().list().ofSize(5).list().ofSize(5),
                tiny.list().ofSize(5).list().ofSize(5));
    }

    private static void assertNumbers(Object answer) throws JsonProcessingException {
        String json = JSON.writeValueAsString(answer);
        assertThat(json, not(containsString("NaN")));
        assertThat(json, not(containsString("Infinity")));
    }

    @Property(tries = 300)
    void ofTimes(
            @ForAll("column") List<Double> column,
            @ForAll("flags") List<Boolean> event,
            @ForAll("flags") List<Boolean> group)
            throws JsonProcessingException {
        List<Double> time = column.stream().map(Math::abs).toList();
        List<Object> groups = new ArrayList<>();
        group.forEach(g -> groups.add(g ? 1 : 2));
        assertNumbers(new SurvivalRequest(time, event, groups, null, time, null, null).calculate());
        assertNumbers(new SurvivalRequest(time, event, groups, groups, time, 1e15, null).calculate());
    }

    @Property(tries = 300)
    void ofCovariates(
            @ForAll("column") List<Double> time,
            @ForAll("flags") List<Boolean> event,
            @ForAll("column") List<Double> x,
            @ForAll("column") List<Double> z)
            throws JsonProcessingException {
        Map<String, List<Double>> covariates = Map.of("x", x, "z", z);
        List<Double> positive = time.stream().map(Math::abs).toList();
        assertNumbers(new CoxRequest(positive, event, covariates, null, null, null).calculate());
        assertNumbers(new LogisticRequest(event, covariates, null).calculate());
    }

    @Property(tries = 60)
    void ofRelations(
            @ForAll("matrix") List<List<Double>> x,
            @ForAll("matrix") List<List<Double>> y,
            @ForAll("matrix") List<List<Double>> z)
            throws JsonProcessingException {
        assertNumbers(new QapRequest(x, y, null, null, true, null, null).calculate());
        assertNumbers(new QapRequest(x, y, Map.of("z", z), null, true, null, null).calculate());
    }
}
