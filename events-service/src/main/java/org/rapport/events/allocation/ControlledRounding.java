package org.rapport.events.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rounds a table of fractions at random to whole numbers next to them, so that the totals of its rows stay, and those of its
 * columns are rounded to a whole number next to them, too; the expectation of each number is what it was before (Cox 1987).
 *
 * <p>The fractions have one denominator, so that all can be done in whole numbers. A further row takes what the columns lack,
 * so that all totals are whole; then no row and no column has just one fraction, and there is a cycle of them as long as there
 * is any. Along a cycle, what is added to one fraction is taken from the next, as far as one of them becomes whole: in the one
 * direction or the other, by chance, so that on average nothing is added.
 */
final class ControlledRounding {

    private final long denominator;
    private final long[][] fractions;
    private final SplittableRandom random;

    private ControlledRounding(long denominator, long[][] fractions, SplittableRandom random) {
        this.denominator = denominator;
        this.fractions = fractions;
        this.random = random;
    }

    /** Rounds {@code sizes[i] * weights[j] / (sum of the weights)}, row by row. */
    static int[][] of(int[] sizes, int[] weights, SplittableRandom random) {
        long denominator = Arrays.stream(weights).asLongStream().sum();
        long[][] fractions = new long[sizes.length + 1][weights.length];
        int[][] rounded = new int[sizes.length][weights.length];
        for (int column = 0; column < weights.length; column++) {
            long total = 0;
            for (int row = 0; row < sizes.length; row++) {
                long numerator = (long) sizes[row] * weights[column];
                rounded[row][column] = Math.toIntExact(numerator / denominator);
                fractions[row][column] = numerator % denominator;
                total += fractions[row][column];
            }
            fractions[sizes.length][column] = Math.floorMod(-total, denominator);
        }
        new ControlledRounding(denominator, fractions, random).round();
        for (int row = 0; row < sizes.length; row++) {
            for (int column = 0; column < weights.length; column++) {
                rounded[row][column] += fractions[row][column] == denominator ? 1 : 0;
            }
        }
        return rounded;
    }

    private record Cell(int row, int column) {}

    private void round() {
        for (int row = 0; row < fractions.length; row++) {
            while (fractionOfRow(row, -1) >= 0) {
                alter(cycle(row));
            }
        }
    }

    /** Along a row to a fraction, from there along its column to another, and so on, until a row or column is met again. */
    private List<Cell> cycle(int start) {
        List<Cell> path = new ArrayList<>();
        int[] rowMetAt = new int[fractions.length];
        int[] columnMetAt = new int[fractions[0].length];
        Arrays.fill(rowMetAt, -1);
        Arrays.fill(columnMetAt, -1);
        int row = start;
        int column = -1;
        while (rowMetAt[row] < 0) {
            rowMetAt[row] = path.size();
            column = fractionOfRow(row, column);
            path.add(new Cell(row, column));
            if (columnMetAt[column] >= 0) {
                return path.subList(columnMetAt[column], path.size());
            }
            columnMetAt[column] = path.size();
            row = fractionOfColumn(column, row);
            path.add(new Cell(row, column));
        }
        return path.subList(rowMetAt[row], path.size());
    }

    /** Adds to every other cell what it takes from those in between. */
    private void alter(List<Cell> cycle) {
        long up = denominator;
        long down = denominator;
        for (int i = 0; i < cycle.size(); i++) {
            long fraction = at(cycle.get(i));
            up = Math.min(up, i % 2 == 0 ? denominator - fraction : fraction);
            down = Math.min(down, i % 2 == 0 ? fraction : denominator - fraction);
        }
        long change = random.nextLong(up + down) < down ? up : -down;
        for (int i = 0; i < cycle.size(); i++) {
            Cell cell = cycle.get(i);
            fractions[cell.row()][cell.column()] += i % 2 == 0 ? change : -change;
        }
    }

    private long at(Cell cell) {
        return fractions[cell.row()][cell.column()];
    }

    private int fractionOfRow(int row, int otherThan) {
        for (int column = 0; column < fractions[row].length; column++) {
            if (column != otherThan && isFraction(fractions[row][column])) {
                return column;
            }
        }
        return -1;
    }

    private int fractionOfColumn(int column, int otherThan) {
        for (int row = 0; row < fractions.length; row++) {
            if (row != otherThan && isFraction(fractions[row][column])) {
                return row;
            }
        }
        return -1;
    }

    private boolean isFraction(long value) {
        return value > 0 && value < denominator;
    }
}
