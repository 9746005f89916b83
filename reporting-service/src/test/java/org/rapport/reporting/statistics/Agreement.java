package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** What it is for two ways to an estimate to lead to the same. */
public final class Agreement {

    private static final double RELATIVE = 1e-10;
    private static final double ABSOLUTE = 1e-12;

    private Agreement() {}

    public static void assertSame(String what, Double actual, Double expected) {
        if (expected == null) {
            assertThat(what, actual, nullValue());
        } else {
            assertThat(what, actual, closeTo(expected, ABSOLUTE + Math.abs(expected) * RELATIVE));
        }
    }

    /** Value and limits; not how they were found. */
    public static void assertSame(String what, Estimate actual, Estimate expected) {
        assertThat(what, actual.defined(), is(expected.defined()));
        assertSame(what, actual.value(), expected.value());
        assertSame(what + ", lower", actual.lower(), expected.lower());
        assertSame(what + ", upper", actual.upper(), expected.upper());
    }

    /** The one is the other's inverse, limits changing places. */
    public static void assertInverse(String what, Estimate actual, Estimate expected) {
        assertThat(what, actual.defined(), is(expected.defined()));
        assertSame(what, actual.value(), inverse(expected.value()));
        assertSame(what + ", lower", actual.lower(), inverse(expected.upper()));
        assertSame(what + ", upper", actual.upper(), inverse(expected.lower()));
    }

    /** The one is the other's opposite, limits changing places. */
    public static void assertOpposite(String what, Estimate actual, Estimate expected) {
        assertThat(what, actual.defined(), is(expected.defined()));
        assertSame(what, actual.value(), opposite(expected.value()));
        assertSame(what + ", lower", actual.lower(), opposite(expected.upper()));
        assertSame(what + ", upper", actual.upper(), opposite(expected.lower()));
    }

    public static Double opposite(Double value) {
        return value == null ? null : Double.valueOf(-value);
    }

    private static Double inverse(Double value) {
        return value == null ? null : Double.valueOf(1 / value);
    }
}
