/** The report on needs: which were met, how soon, and which nobody offers to meet. Nothing depends on it. */
package org.rapport.reporting.report.needs;
