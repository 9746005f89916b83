/**
 * What the reports on participations share: which attendances a question is about, what is known of each, and who is
 * left out and why. Depends on what all reports share; the reports depend on it.
 */
package org.rapport.reporting.report.participation;
