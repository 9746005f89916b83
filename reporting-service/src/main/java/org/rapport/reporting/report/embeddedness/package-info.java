/** The report on embeddedness, a comparison. Nothing depends on it. */
package org.rapport.reporting.report.embeddedness;
