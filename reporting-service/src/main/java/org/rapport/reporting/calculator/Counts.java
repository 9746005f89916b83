package org.rapport.reporting.calculator;

import java.util.List;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.statistics.TwoByTwo;

/** Checks of counts, each error with the pointer to where it is. */
final class Counts {

    /** Larger tables are no counts of people; they keep all sums exact. */
    private static final long LARGEST = 1_000_000_000_000L;

    private Counts() {}

    /** The table, or null with what is wrong added to the errors. */
    static TwoByTwo table(List<List<Long>> table, String pointer, Errors errors) {
        if (table == null) {
            errors.add(pointer, "TABLE_REQUIRED", "must be given");
            return null;
        }
        if (table.size() != 2 || !isPair(table.get(0)) || !isPair(table.get(1))) {
            errors.add(pointer, "TABLE_INVALID", "must be two rows of two counts: [[a, b], [c, d]]");
            return null;
        }
        boolean valid = true;
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                valid &= isCount(table.get(row).get(column), pointer + "/" + row + "/" + column, errors);
            }
        }
        return valid
                ? new TwoByTwo(
                        table.get(0).get(0),
                        table.get(0).get(1),
                        table.get(1).get(0),
                        table.get(1).get(1))
                : null;
    }

    static boolean isCount(Long count, String pointer, Errors errors) {
        if (count == null || count < 0 || count > LARGEST) {
            errors.add(pointer, "COUNT_RANGE", "must be from 0 to " + LARGEST);
            return false;
        }
        return true;
    }

    private static boolean isPair(List<Long> row) {
        return row != null && row.size() == 2;
    }
}
