/**
 * How long it takes until something happens, when for some the follow-up ends first. Depends on the other estimators
 * alone.
 *
 * <p>Notation: at a time t, n are at risk (followed until t or longer, so those censored at t among them) and d have the
 * event; S is the probability of having had none.
 */
package org.rapport.reporting.statistics.survival;
