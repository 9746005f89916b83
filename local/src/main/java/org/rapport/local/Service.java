package org.rapport.local;

import java.util.Locale;

/** The services, in the order of their ports. */
enum Service {
    PARTICIPANTS,
    EVENTS,
    EXCHANGES,
    REPORTING;

    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String artifact() {
        return shortName() + "-service";
    }

    String database() {
        return "rapport_" + shortName();
    }
}
