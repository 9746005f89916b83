/**
 * The report on pairs of people: whether exchanges follow from the meeting, from a need that the other can meet, or from
 * both together. Pairs are counted, not listed: from how many people there are of each kind. Nothing depends on it.
 */
package org.rapport.reporting.report.readinessexposure;
