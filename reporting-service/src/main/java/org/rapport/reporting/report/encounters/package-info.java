/**
 * The report on encounters: the network of who met whom at events. Depends on what reports share; nothing depends on it.
 */
package org.rapport.reporting.report.encounters;
