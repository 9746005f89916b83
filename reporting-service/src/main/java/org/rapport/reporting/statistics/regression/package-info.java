/**
 * Regression by maximum likelihood and least squares, with variances that survive rows which aren't independent. Depends
 * on the other estimators alone.
 *
 * <p>Notation: x a row's covariates, β their coefficients, η = xβ (and the offset, if any), μ what is expected of the row,
 * u its contribution to the score, B the inverse of the information. Inside, covariates are centred and scaled to unit
 * variance, so that no choice of units costs digits; what comes out is on the scale that was given.
 */
package org.rapport.reporting.statistics.regression;
