/**
 * Keeps the read model: takes the domain events of all services and applies each if it is newer than what is held. What
 * this package writes, the reports read by SQL; it knows none of them.
 */
package org.rapport.reporting.projection;
