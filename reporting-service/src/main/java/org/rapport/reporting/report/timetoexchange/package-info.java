/**
 * The report on how soon exchanges follow, and for whom: curves, their comparison, and a regression of the time to the
 * first exchange. Nothing depends on it.
 */
package org.rapport.reporting.report.timetoexchange;
