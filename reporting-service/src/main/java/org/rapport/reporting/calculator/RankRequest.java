package org.rapport.reporting.calculator;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.validation.Errors;

/** Two numbers for each of many. */
@Schema(examples = "{\"x\": [3, 4, 0, 12, 8], \"y\": [3, 8, 2, 9, 5]}")
public record RankRequest(List<Double> x, List<Double> y) {

    private static final int MOST = 100_000;

    RankRequest checked() {
        Errors errors = new Errors();
        check(x, "x", errors);
        check(y, "y", errors);
        if (x != null && y != null && x.size() != y.size()) {
            errors.add("/y", "Y_LENGTH", "must have as many elements as x");
        }
        errors.throwIfAny();
        return this;
    }

    private static void check(List<Double> values, String name, Errors errors) {
        String code = name.toUpperCase(Locale.ROOT);
        if (values == null) {
            errors.add("/" + name, code + "_REQUIRED", "must be given");
            return;
        }
        if (values.size() > MOST) {
            errors.add("/" + name, code + "_LENGTH", "must have at most " + MOST + " elements");
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null || !Double.isFinite(values.get(i))) {
                errors.add("/" + name + "/" + i, code + "_RANGE", "must be a number within what a double can hold");
            }
        }
    }

    static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
