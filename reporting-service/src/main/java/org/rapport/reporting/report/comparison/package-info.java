/**
 * What the reports share that compare those who had something with those who did not, by whether they engaged: the 2x2
 * table, within strata, by level of readiness, and what it could be if more were known.
 */
package org.rapport.reporting.report.comparison;
