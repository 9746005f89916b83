package org.rapport.reporting.statistics.regression;

/** A covariate that was left out because it cannot be told apart from nothing or from the others. */
public record Dropped(String name, String reason) {

    public static final String CONSTANT = "constant";
    public static final String COLLINEAR = "a linear combination of the covariates before it";
}
