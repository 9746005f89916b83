package org.rapport.kit.importing;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rapport.kit.problem.FieldError;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.table.Columns;

/** A file with a header, row by row. */
final class Table implements Closeable {

    /** The column that rejected rows come back with. Sent again, it is passed over. */
    static final String WHY = "why";

    private final RawRows rows;
    private final String source;
    private final Columns<?> columns;
    private final List<String> header;

    /** Reads the header; throws a 422 that names every column that is missing or unknown. */
    Table(RawRows rows, String source, Columns<?> columns) throws IOException {
        this.rows = rows;
        this.source = source;
        this.columns = columns;
        try {
            this.header = readHeader();
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /** The first row of a file; throws a 422 if it cannot be read. */
    static RawRow header(RawRows rows) throws IOException {
        RawRow row = rows.next();
        if (row == null) {
            throw Problems.invalid("", "HEADER_MISSING", "The file is empty: it needs a header row");
        }
        if (row.fault() != null) {
            throw Problems.invalid(
                    "",
                    row.fault().code(),
                    "The header row cannot be read. " + row.fault().detail());
        }
        return row;
    }

    /** What is wrong with a row below a header of this width, or null. */
    static FieldError fault(RawRow row, int width) {
        if (row.fault() != null || row.cells().size() == width) {
            return row.fault();
        }
        return new FieldError("", "CELL_COUNT", "The row has " + row.cells().size() + " cells, the header " + width);
    }

    private List<String> readHeader() throws IOException {
        RawRow row = header(rows);
        List<String> names = row.cells().stream().map(String::strip).toList();
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!columns.names().contains(name) && !name.equals(WHY)) {
                errors.add(new FieldError("/" + name, "COLUMN_UNKNOWN", "There is no column of this name here"));
            } else if (!seen.add(name)) {
                errors.add(new FieldError("/" + name, "COLUMN_TWICE", "The column is there twice"));
            }
        }
        columns.required().stream()
                .filter(column -> !seen.contains(column))
                .sorted()
                .forEach(column ->
                        errors.add(new FieldError("/" + column, "COLUMN_MISSING", "The file needs this column")));
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return names;
    }

    List<String> header() {
        return header;
    }

    /** The next row, with what is wrong with it as a whole among its errors, or null at the end. */
    Row next() throws IOException {
        RawRow raw = rows.next();
        if (raw == null) {
            return null;
        }
        FieldError fault = fault(raw, header.size());
        if (fault != null) {
            Row row = new Row(source, raw, Map.of());
            row.errors().add(fault);
            return row;
        }
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byColumn.put(header.get(i), raw.cells().get(i));
        }
        Row row = new Row(source, raw, byColumn);
        for (String column : columns.required()) {
            if (byColumn.get(column).isBlank()) {
                row.errors()
                        .add("/" + column, column.toUpperCase(Locale.ROOT) + "_REQUIRED", "The cell must not be empty");
            }
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
