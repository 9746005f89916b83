/** The report on power: what the other reports could find out with so many people, and how many it would take. Nothing depends on it. */
package org.rapport.reporting.report.power;
