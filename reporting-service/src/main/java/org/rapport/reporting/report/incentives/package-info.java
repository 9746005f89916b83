/** The report on incentives, a comparison. Nothing depends on it. */
package org.rapport.reporting.report.incentives;
