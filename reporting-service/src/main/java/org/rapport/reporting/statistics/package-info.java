/**
 * The estimators behind the reports and the calculator, as pure functions on records: no framework, no clock, no
 * database, so that anyone can check them against another implementation. Nothing here may depend on another package of
 * this service; every other package may depend on this one.
 *
 * <p>Notation throughout: a table has rows exposed (a, b) and unexposed (c, d), columns outcome and no outcome;
 * n1 = a + b, n0 = c + d, m1 = a + c, m0 = b + d, N their sum; p1 = a / n1, p0 = c / n0, q = 1 - p. What is undefined is
 * null with a reason, never NaN, infinite or a made-up zero.
 */
package org.rapport.reporting.statistics;
