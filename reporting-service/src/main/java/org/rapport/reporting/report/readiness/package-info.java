/**
 * The report on readiness: whether people who came with a need of their own had exchanges afterwards more often than
 * those who did not. Nothing depends on it.
 */
package org.rapport.reporting.report.readiness;
