package org.rapport.kit.importing;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a file, its header among them, whatever format it has. */
public interface RawRows extends Closeable {

    /** The next row that is not blank, or null at the end. */
    RawRow next() throws IOException;
}
