/**
 * What the reports share: which events they are about, what may be shown to whom, and the list of reports there are.
 * Each report lives in a package of its own below this one; none depends on another, all may depend on statistics.
 */
package org.rapport.reporting.report;
