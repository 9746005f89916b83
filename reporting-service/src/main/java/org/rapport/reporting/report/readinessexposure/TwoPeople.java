package org.rapport.reporting.report.readinessexposure;

import java.util.List;

/**
 * Two people with an exchange.
 *
 * @param unlooked by cell, what pairs they would be, at all events that both were to be at, had they no exchange
 * @param standingOut the pairs that they are at events before or after which there was one
 */
record TwoPeople(int[] unlooked, List<ExchangingPair> standingOut) {}
