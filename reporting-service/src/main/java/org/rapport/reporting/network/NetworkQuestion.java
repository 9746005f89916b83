package org.rapport.reporting.network;

import java.time.Instant;
import java.util.List;
import org.rapport.reporting.report.EventFilter;

/**
 * Everything a network depends on, defaults filled in.
 *
 * @param types of exchanges, in the order of the ladder; none means any
 * @param confirmed whether both sides must have confirmed an exchange
 * @param startedFrom exchanges that began then or later; null for all
 * @param startedTo exchanges that began then or before; null for all
 */
record NetworkQuestion(
        Instant asOf,
        EventFilter filter,
        List<ExchangeType> types,
        boolean confirmed,
        Instant startedFrom,
        Instant startedTo) {

    NetworkQuestion {
        types = List.copyOf(types);
    }

    /** Whether it is about people who attended certain events, rather than about everybody. */
    boolean isAboutEvents() {
        return filter.programme() != null
                || filter.project() != null
                || filter.event() != null
                || filter.country() != null
                || filter.from() != null
                || filter.to() != null;
    }

    /** As the answer states it. */
    NetworkParameters parameters(String window) {
        return new NetworkParameters(
                asOf,
                types,
                confirmed,
                startedFrom,
                startedTo,
                window,
                filter.programme(),
                filter.project(),
                filter.event(),
                filter.country(),
                filter.from(),
                filter.to());
    }
}
