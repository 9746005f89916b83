package org.rapport.reporting.statistics.network;

/**
 * Mean and standard deviation of Γ = Σ x_π(i)π(j) y_ij over all permutations, from sums of the cells and of their products with
 * cells that share no, one or two people: E Γ² adds for each way two ordered pairs can overlap the product of the two
 * matrices' sums over such pairs, divided by how many there are. Mantel 1967; Hubert 1987.
 *
 * @param deviationOfCentred of the same sum over the two matrices {@linkplain SquareMatrix#centred() centred}
 */
record MantelMoments(double mean, double deviation, double deviationOfCentred) {

    static MantelMoments of(SquareMatrix x, SquareMatrix y) {
        double n = x.size();
        Overlaps a = Overlaps.of(x.centred());
        Overlaps b = Overlaps.of(y.centred());
        double pairs = n * (n - 1);
        double variance = a.same * b.same / pairs
                + a.reversed * b.reversed / pairs
                + a.sameFirst * b.sameFirst / (pairs * (n - 2))
                + a.sameSecond * b.sameSecond / (pairs * (n - 2))
                + 2 * a.chained * b.chained / (pairs * (n - 2));
        if (n > 3) {
            variance += a.apart() * b.apart() / (pairs * (n - 2) * (n - 3));
        }
        double deviation = Math.sqrt(Math.max(0, variance));
        return new MantelMoments(sum(x) * sum(y) / pairs, deviation * x.largest() * y.largest(), deviation);
    }

    private static double sum(SquareMatrix x) {
        double sum = 0;
        for (double value : x.offDiagonal()) {
            sum += value;
        }
        return sum;
    }

    /**
     * Sums of products of two cells, by what people they share. The matrix is centred, so that the sum over all pairs of
     * cells, and the mean of Γ, is nothing.
     *
     * @param same a cell with itself
     * @param reversed with the cell of the opposite direction
     * @param sameFirst two of one row
     * @param sameSecond two of one column
     * @param chained one ends where the other begins
     */
    private record Overlaps(double same, double reversed, double sameFirst, double sameSecond, double chained) {

        static Overlaps of(SquareMatrix a) {
            int n = a.size();
            double same = 0;
            double reversed = 0;
            double first = 0;
            double second = 0;
            double chained = 0;
            for (int i = 0; i < n; i++) {
                double row = 0;
                double column = 0;
                for (int j = 0; j < n; j++) {
                    if (i != j) {
                        row += a.cell(i, j);
                        column += a.cell(j, i);
                        same += a.cell(i, j) * a.cell(i, j);
                        reversed += a.cell(i, j) * a.cell(j, i);
                    }
                }
                first += row * row;
                second += column * column;
                chained += row * column;
            }
            return new Overlaps(same, reversed, first - same, second - same, chained - reversed);
        }

        /** What is left of nothing. */
        double apart() {
            return -(same + reversed + sameFirst + sameSecond + 2 * chained);
        }
    }
}
