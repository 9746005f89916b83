package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The reference values computed with R, and what counts as agreeing with them. */
public final class Reference {

    public static final double NINE_DIGITS = 1e-9;

    private Reference() {}

    public static JsonNode expected(String folder) {
        return json("/reference/" + folder + "/expected.json");
    }

    public static JsonNode json(String resource) {
        try (InputStream stream = open(resource)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a CSV file without quoted commas, header left out. */
    public static List<String[]> rows(String file) {
        try (InputStream stream = open("/reference/" + file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static long[] longs(List<String[]> rows, int column) {
        return rows.stream().mapToLong(row -> Long.parseLong(row[column])).toArray();
    }

    public static double[] doubles(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    public static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        Arrays.setAll(values, i -> array.get(i).asDouble());
        return values;
    }

    public static void assertAgrees(String what, Double actual, JsonNode expected) {
        assertThat(what + " of the reference", expected, notNullValue());
        if (expected.isNull() || expected.asText().equals("Infinity")) {
            assertThat(what, actual, nullValue());
        } else {
            assertAgrees(what, actual, expected.asDouble(), NINE_DIGITS);
        }
    }

    public static void assertAgrees(String what, Double actual, double expected) {
        assertAgrees(what, actual, expected, NINE_DIGITS);
    }

    public static void assertAgrees(String what, Double actual, double expected, double relative) {
        assertThat(what, actual, notNullValue());
        assertThat(what, actual, closeTo(expected, Math.abs(expected) * relative));
    }

    public static void assertInterval(String what, Estimate actual, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(what, actual.defined(), is(false));
        } else {
            assertAgrees(what + ", lower", actual.lower(), expected.get(0));
            assertAgrees(what + ", upper", actual.upper(), expected.get(1));
        }
    }

    private static InputStream open(String resource) {
        InputStream stream = Reference.class.getResourceAsStream(resource);
        assertThat(resource, stream, notNullValue());
        return stream;
    }
}
