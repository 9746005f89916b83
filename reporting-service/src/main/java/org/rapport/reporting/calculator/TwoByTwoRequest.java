package org.rapport.reporting.calculator;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.statistics.TwoByTwo;

/**
 * A 2x2 table.
 *
 * @param table rows exposed and unexposed, columns outcome yes and no
 */
@Schema(examples = "{\"table\": [[90, 289], [43, 323]]}")
public record TwoByTwoRequest(List<List<Long>> table) {

    TwoByTwo toTable() {
        Errors errors = new Errors();
        TwoByTwo result = Counts.table(table, "/table", errors);
        errors.throwIfAny();
        return result;
    }
}
