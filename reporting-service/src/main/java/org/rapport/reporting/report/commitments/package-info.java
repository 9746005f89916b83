/** The report on commitments: whether what was promised at the end of events became exchanges. Nothing depends on it. */
package org.rapport.reporting.report.commitments;
