package org.rapport.reporting.calculator;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.statistics.Stratified;
import org.rapport.reporting.statistics.Stratum;
import org.rapport.reporting.statistics.TwoByTwo;

/** A 2x2 table per stratum. */
@Schema(
        examples =
                "{\"strata\": [{\"label\": \"Lima\", \"table\": [[23, 70], [11, 54]]}, {\"label\": \"La Paz\", \"table\": [[25, 52], [10, 27]]}]}")
public record StratifiedRequest(List<StratumTable> strata) {

    private static final int MOST = 1_000;
    private static final int LONGEST_LABEL = 300;

    /** A stratum; without a label it is called by its number. */
    public record StratumTable(String label, List<List<Long>> table) {}

    Stratified toStrata() {
        Errors errors = new Errors();
        if (strata == null || strata.isEmpty()) {
            errors.add("/strata", "STRATA_REQUIRED", "must have at least one stratum");
        } else if (strata.size() > MOST) {
            errors.add("/strata", "STRATA_LENGTH", "must have at most " + MOST + " strata");
        }
        errors.throwIfAny();
        List<Stratum> result = new ArrayList<>();
        for (int i = 0; i < strata.size(); i++) {
            Stratum stratum = stratum(i, errors);
            if (stratum != null) {
                result.add(stratum);
            }
        }
        errors.throwIfAny();
        return new Stratified(result);
    }

    private Stratum stratum(int index, Errors errors) {
        String pointer = "/strata/" + index;
        StratumTable given = strata.get(index);
        if (given == null) {
            errors.add(pointer, "STRATUM_REQUIRED", "must not be null");
            return null;
        }
        if (given.label() != null && given.label().length() > LONGEST_LABEL) {
            errors.add(pointer + "/label", "LABEL_LENGTH", "must have at most " + LONGEST_LABEL + " characters");
        }
        TwoByTwo table = Counts.table(given.table(), pointer + "/table", errors);
        String label = given.label() == null ? Integer.toString(index + 1) : given.label();
        return table == null ? null : new Stratum(label, table);
    }
}
