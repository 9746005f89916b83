package org.rapport.reporting.calculator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.rapport.kit.validation.Errors;

/**
 * Checks of lists that have an element per row, each error with the pointer to where it is. The first list says how many
 * rows there are. What is wrong comes back empty or as 0, not to be used before {@link #throwIfAny()}.
 */
final class Columns {

    private static final int MOST_ROWS = 100_000;
    private static final int MOST_COVARIATES = 20;
    private static final int LONGEST_LABEL = 300;

    /** An answer that names more helps nobody. */
    private static final int MOST_ERRORS = 1_000;

    /** Larger ones measure nothing; within it no sum of squares overflows. */
    static final double LARGEST = 1e15;

    static final String NUMBER = "must be a number from -1e15 to 1e15";

    private final Errors errors = new Errors();
    private int found;
    private String first;
    private int rows;

    void add(String pointer, String code, String detail) {
        found++;
        if (found <= MOST_ERRORS) {
            errors.add(pointer, code, detail);
        }
    }

    void throwIfAny() {
        errors.throwIfAny();
    }

    double[] numbers(List<Double> values, String name) {
        return numbers(
                values, "/" + name, code(name), Double::isFinite, "must be a number within what a double can hold");
    }

    double[] times(List<Double> values, String name) {
        return numbers(values, "/" + name, code(name), t -> t >= 0 && t <= LARGEST, "must be a number from 0 to 1e15");
    }

    boolean[] booleans(List<Boolean> values, String name) {
        if (!isColumn(values, "/" + name, code(name))) {
            return new boolean[0];
        }
        boolean[] booleans = new boolean[values.size()];
        for (int i = 0; i < booleans.length; i++) {
            if (values.get(i) == null) {
                add("/" + name + "/" + i, code(name) + "_REQUIRED", "must be true or false");
            } else {
                booleans[i] = values.get(i);
            }
        }
        return booleans;
    }

    /** Absent, all rows are in one group. */
    Labels labels(List<Object> values, String name) {
        if (values == null) {
            return Labels.one(rows);
        }
        if (!isColumn(values, "/" + name, code(name))) {
            return Labels.one(0);
        }
        String[] labels = new String[values.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label(values.get(i));
            if (labels[i] == null) {
                add(
                        "/" + name + "/" + i,
                        code(name) + "_INVALID",
                        "must be a whole number, or a text of at most " + LONGEST_LABEL + " characters");
                labels[i] = "";
            }
        }
        return Labels.of(labels);
    }

    /** Null if it is none. */
    private static String label(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        return value instanceof String text && text.length() <= LONGEST_LABEL ? text : null;
    }

    Map<String, double[]> covariates(Map<String, List<Double>> columns) {
        Map<String, double[]> covariates = new LinkedHashMap<>();
        if (columns == null || columns.isEmpty()) {
            add("/covariates", "COVARIATES_REQUIRED", "must have at least one covariate");
        } else if (columns.size() > MOST_COVARIATES) {
            add("/covariates", "COVARIATES_LENGTH", "must have at most " + MOST_COVARIATES + " covariates");
        } else {
            columns.forEach((name, values) -> covariates.put(
                    name,
                    numbers(values, "/covariates/" + escaped(name), "COVARIATE", x -> Math.abs(x) <= LARGEST, NUMBER)));
        }
        return covariates;
    }

    /** A name as part of a JSON Pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private double[] numbers(
            List<Double> values, String pointer, String code, DoublePredicate valid, String requirement) {
        if (!isColumn(values, pointer, code)) {
            return new double[0];
        }
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            Double value = values.get(i);
            if (value == null || !valid.test(value)) {
                add(pointer + "/" + i, code + "_RANGE", requirement);
            } else {
                numbers[i] = value;
            }
        }
        return numbers;
    }

    boolean isColumn(List<?> values, String pointer, String code) {
        if (values == null) {
            add(pointer, code + "_REQUIRED", "must be given");
            return false;
        }
        if (values.size() > MOST_ROWS) {
            add(pointer, code + "_LENGTH", "must have at most " + MOST_ROWS + " elements");
            return false;
        }
        if (first == null) {
            first = pointer.substring(1);
            rows = values.size();
        } else if (values.size() != rows) {
            add(pointer, code + "_LENGTH", "must have as many elements as " + first);
        }
        return true;
    }

    private static String code(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
