/**
 * The shapes in which results are written, alike in reports and in the calculator. Depends on the statistics alone; says
 * how they look as JSON because they know of no framework.
 */
package org.rapport.reporting.answer;
