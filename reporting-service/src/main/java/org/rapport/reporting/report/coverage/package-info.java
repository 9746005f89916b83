/** The report on coverage: how much is known of those whom the other reports are about. Nothing depends on it. */
package org.rapport.reporting.report.coverage;
