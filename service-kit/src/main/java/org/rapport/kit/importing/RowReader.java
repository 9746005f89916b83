package org.rapport.kit.importing;

import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/**
 * What a collection's files look like and how their rows are read.
 *
 * @param <R> the request that a row becomes
 * @param <E> the aggregate that it is about
 */
public interface RowReader<R, E extends Aggregate> {

    Columns<E> columns();

    /** The row as a draft that shares its errors. */
    Draft<R> read(Row row);

    /** Writes what the rows say. */
    Writer<R, E> writer();
}
