package org.rapport.reporting.statistics;

import java.util.Objects;

/** One stratum of a stratified analysis, such as an event, and its table. */
public record Stratum(String label, TwoByTwo table) {

    public Stratum {
        Objects.requireNonNull(label, "A stratum needs a label");
        Objects.requireNonNull(table, "A stratum needs a table");
    }
}
