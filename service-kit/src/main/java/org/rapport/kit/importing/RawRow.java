package org.rapport.kit.importing;

import java.util.List;
import org.rapport.kit.problem.FieldError;

/**
 * A row of a file as it was sent.
 *
 * @param line where it begins, counted from 1
 * @param cells empty if it could not be cut into cells
 * @param fault what makes it unreadable, or null
 * @param text the whole of it, as far as it is known
 */
public record RawRow(long line, List<String> cells, FieldError fault, String text) {

    public static RawRow faulty(long line, String code, String detail, String text) {
        return new RawRow(line, List.of(), new FieldError("", code, detail), text);
    }
}
