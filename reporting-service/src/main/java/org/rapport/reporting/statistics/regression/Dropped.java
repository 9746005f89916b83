package org.rapport.reporting.statistics.regression;

import java.util.List;
import java.util.Optional;

/** A covariate that was left out because it cannot be told apart from nothing or from the others. */
public record Dropped(String name, String reason) {

    public static final String CONSTANT = "constant";
    public static final String COLLINEAR = "a linear combination of the covariates before it";

    /** Why a covariate was left out, if it was. */
    public static Optional<String> reason(List<Dropped> dropped, String name) {
        return dropped.stream()
                .filter(covariate -> covariate.name().equals(name))
                .map(Dropped::reason)
                .findFirst();
    }
}
