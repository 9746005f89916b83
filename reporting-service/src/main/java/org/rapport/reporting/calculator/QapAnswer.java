package org.rapport.reporting.calculator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapport.reporting.statistics.network.Mrqap;
import org.rapport.reporting.statistics.network.Permutations;
import org.rapport.reporting.statistics.network.Qap;
import org.rapport.reporting.statistics.network.SquareMatrix;

/**
 * Whether two relations go together.
 *
 * @param statistic their correlation
 * @param pValue two-sided
 * @param permutations how many were tried; all there are if exact
 * @param seed what they were drawn by; null if all were tried
 * @param mantel by the normal approximation instead of permutations; absent within blocks
 * @param regression of y on x and the controls; absent without controls
 */
public record QapAnswer(
        long n,
        Double statistic,
        Double pValue,
        @JsonInclude(Include.NON_NULL) String method,
        long permutations,
        boolean exact,
        Long seed,
        @JsonInclude(Include.NON_NULL) Double pGreater,
        @JsonInclude(Include.NON_NULL) Double pLess,
        @JsonInclude(Include.NON_NULL) Qap.Distribution distribution,
        @JsonInclude(Include.NON_NULL) Qap.Mantel mantel,
        @JsonInclude(Include.NON_NULL) Mrqap regression,
        List<String> warnings,
        @JsonInclude(Include.NON_NULL) String reason) {

    private static final double CONVENTIONAL = 0.05;

    static QapAnswer of(SquareMatrix x, SquareMatrix y, Map<String, SquareMatrix> controls, Permutations permutations) {
        Qap qap = Qap.of(x, y, permutations);
        Map<String, SquareMatrix> all = new LinkedHashMap<>();
        all.put("x", x);
        all.putAll(controls);
        return new QapAnswer(
                x.size(),
                qap.statistic(),
                qap.pValue(),
                qap.method(),
                permutations.count(),
                permutations.isExact(),
                permutations.seed(),
                qap.pGreater(),
                qap.pLess(),
                qap.distribution(),
                qap.mantel(),
                controls.isEmpty() ? null : Mrqap.of(all, y, permutations),
                warnings(permutations),
                qap.reason());
    }

    private static List<String> warnings(Permutations permutations) {
        double smallest = permutations.smallestP();
        if (smallest <= CONVENTIONAL) {
            return List.of();
        }
        return List.of(String.format(
                Locale.ROOT,
                "%d permutations: the p-value cannot be smaller than %.2f",
                permutations.count(),
                smallest));
    }
}
