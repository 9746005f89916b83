package org.rapport.reporting.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.rapport.reporting.statistics.TwoByTwo;

/**
 * A 2x2 table: rows ready (exposed) and not ready, columns engaged (outcome) and not engaged.
 *
 * @param reason why the counts are null, if they are
 */
public record Table(
        Group ready,
        Group notReady,
        @JsonInclude(Include.NON_NULL) String reason) {

    /** A row of the table. */
    public record Group(Long engaged, Long notEngaged) {}

    public static Table of(TwoByTwo table) {
        return new Table(new Group(table.a(), table.b()), new Group(table.c(), table.d()), null);
    }

    public static Table hidden(String reason) {
        return new Table(new Group(null, null), new Group(null, null), reason);
    }
}
