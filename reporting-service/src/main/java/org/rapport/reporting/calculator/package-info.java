/**
 * The calculator: the estimators of the reports over data in the request, so that anyone can check them or analyse data of
 * their own. Depends on the statistics and the shapes of answers; nothing depends on it.
 */
package org.rapport.reporting.calculator;
