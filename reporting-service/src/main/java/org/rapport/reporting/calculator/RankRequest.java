package org.rapport.reporting.calculator;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.answer.RankCorrelation;

/** Two numbers for each of many. */
@Schema(examples = "{\"x\": [3, 4, 0, 12, 8], \"y\": [3, 8, 2, 9, 5]}")
public record RankRequest(List<Double> x, List<Double> y) {

    RankCorrelation calculate() {
        Columns columns = new Columns();
        double[] xs = columns.numbers(x, "x");
        double[] ys = columns.numbers(y, "y");
        columns.throwIfAny();
        return RankCorrelation.of(xs, ys);
    }
}
