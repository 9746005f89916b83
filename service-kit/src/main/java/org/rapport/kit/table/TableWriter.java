package org.rapport.kit.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes rows as they come, and holds few of them. Closing it ends the table, not the stream below. */
public interface TableWriter extends Closeable {

    /** Cells that are null stay empty. */
    void row(List<?> cells) throws IOException;
}
