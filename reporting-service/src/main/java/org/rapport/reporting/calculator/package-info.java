/**
 * The calculator: the estimators of the reports over data in the request, so that anyone can check them or analyse data of
 * their own. Also says how estimates are written as JSON, in reports too. Depends on the statistics alone.
 */
package org.rapport.reporting.calculator;
