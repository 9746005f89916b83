package org.rapport.reporting.calculator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.statistics.network.Permutations;
import org.rapport.reporting.statistics.network.SquareMatrix;

/**
 * Relations among the same people, a row and a column for each.
 *
 * @param x the relation whose people are permuted; what its diagonal holds doesn't matter
 * @param y the relation that x may go with
 * @param controls other relations that y may go with, by name; with them y is regressed on x and them
 * @param block people of one block change places among themselves only; absent, all with all
 * @param directed whether the cells of two people may differ by direction; absent, they must not
 * @param permutations how many are drawn, where there are too many to try all; absent, 9,999
 * @param seed what they are drawn by; absent, 1
 */
@Schema(
        examples =
                "{\"x\": [[0, 1, 0, 1], [1, 0, 0, 1], [0, 0, 0, 1], [1, 1, 1, 0]],"
                        + " \"y\": [[0, 2, 0, 1], [2, 0, 1, 1], [0, 1, 0, 0], [1, 1, 0, 0]], \"permutations\": 9999, \"seed\": 1}")
public record QapRequest(
        List<List<Double>> x,
        List<List<Double>> y,
        Map<String, List<List<Double>>> controls,
        @Schema(implementation = String[].class) List<Object> block,
        Boolean directed,
        Integer permutations,
        Long seed) {

    private static final int DEFAULT_PERMUTATIONS = 9_999;
    private static final int MOST_PERMUTATIONS = 100_000;
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_CONTROLS = 10;

    /** Products of cells: a second or two of them. */
    private static final double MOST_WORK = 1e9;

    QapAnswer calculate() {
        Matrices matrices = new Matrices(MOST_PEOPLE, Boolean.TRUE.equals(directed));
        SquareMatrix mx = matrices.read(x, "/x");
        SquareMatrix my = matrices.read(y, "/y");
        Map<String, SquareMatrix> others = controls(matrices);
        Columns columns = matrices.columns();
        int sample = permutations == null ? DEFAULT_PERMUTATIONS : permutations;
        if (sample < 1 || sample > MOST_PERMUTATIONS) {
            columns.add("/permutations", "PERMUTATIONS_RANGE", "must be from 1 to " + MOST_PERMUTATIONS);
        }
        Labels blocks = columns.labels(block, "block");
        columns.throwIfAny();
        int[] within = block == null ? new int[mx.size()] : blocks.numbers();
        Permutations tried = Permutations.within(within, sample, seed == null ? 1 : seed);
        checkWork(columns, mx.size(), tried);
        columns.throwIfAny();
        return QapAnswer.of(mx, my, others, tried);
    }

    private Map<String, SquareMatrix> controls(Matrices matrices) {
        Map<String, SquareMatrix> others = new LinkedHashMap<>();
        if (controls == null) {
            return others;
        }
        if (controls.size() > MOST_CONTROLS) {
            matrices.columns().add("/controls", "CONTROLS_LENGTH", "must have at most " + MOST_CONTROLS + " matrices");
            return others;
        }
        controls.forEach((name, cells) -> {
            String pointer = "/controls/" + Columns.escaped(name);
            if (name.equals("x")) {
                matrices.columns().add(pointer, "CONTROL_NAME", "must be called otherwise than x");
            }
            others.put(name, matrices.read(cells, pointer));
        });
        return others;
    }

    /** Each permutation looks at all cells, and for each relation of a regression at those of all of them. */
    private void checkWork(Columns columns, int people, Permutations tried) {
        int relations = controls == null || controls.isEmpty() ? 0 : controls.size() + 1;
        double each = (double) people * people * (1 + relations * (relations + 2.0));
        if (each * tried.count() > MOST_WORK) {
            columns.add(
                    "/permutations",
                    "PERMUTATIONS_COST",
                    "must be at most " + (long) (MOST_WORK / each) + " with so many people and relations");
        }
    }
}
