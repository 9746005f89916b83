package org.rapport.reporting.projection;

import java.util.UUID;

/** The state of an aggregate as an event carries it, checked when made. */
interface State {

    UUID id();

    /** The row it becomes, with a field for each column but the version; often the same fields. */
    default Record row() {
        return (Record) this;
    }
}
