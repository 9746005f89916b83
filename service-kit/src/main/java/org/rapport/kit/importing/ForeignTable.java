package org.rapport.kit.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapport.kit.problem.FieldError;
import org.rapport.kit.problem.Problems;

/**
 * A CSV file as another product exports it: a column goes by one label or another, whatever its case, and columns that
 * nobody asks for are passed over.
 */
public final class ForeignTable {

    private final CsvRows rows;
    private final Map<String, List<String>> labels;
    private final Map<String, List<Integer>> positions = new HashMap<>();
    private final List<String> header;

    /**
     * Reads the header; throws a 422 that names every column that is missing.
     *
     * @param labels what each column may be called, the best first: of several, a row uses the first that is not empty
     * @param required of each of these lists the file needs a column
     */
    public ForeignTable(InputStream file, Map<String, List<String>> labels, List<List<String>> required) {
        this.labels = labels;
        try {
            rows = CsvRows.separatedAsTheHeader(file);
            header = Table.header(rows).cells().stream().map(String::strip).toList();
        } catch (IOException e) {
            throw notReceived(e);
        }
        labels.forEach((column, names) -> positions.put(column, positions(names)));
        List<FieldError> missing = required.stream()
                .filter(columns -> columns.stream()
                        .allMatch(column -> positions.get(column).isEmpty()))
                .map(this::missing)
                .toList();
        if (!missing.isEmpty()) {
            throw Problems.invalid(missing);
        }
    }

    private List<Integer> positions(List<String> names) {
        List<Integer> found = new ArrayList<>();
        for (String name : names) {
            for (int i = 0; i < header.size(); i++) {
                if (header.get(i).equalsIgnoreCase(name)) {
                    found.add(i);
                    break;
                }
            }
        }
        return found;
    }

    private FieldError missing(List<String> columns) {
        List<String> names =
                columns.stream().flatMap(column -> labels.get(column).stream()).toList();
        return new FieldError(
                "/" + names.get(0),
                "COLUMN_MISSING",
                "The file needs a column of the name " + String.join(", or ", names));
    }

    /** What the file calls a column; null if it does not have it. */
    public String label(String column) {
        List<Integer> found = positions.getOrDefault(column, List.of());
        return found.isEmpty() ? null : header.get(found.get(0));
    }

    /** The next row, with what is wrong with it as a whole among its errors, or null at the end. */
    public Row next() {
        RawRow raw;
        try {
            raw = rows.next();
        } catch (IOException e) {
            throw notReceived(e);
        }
        if (raw == null) {
            return null;
        }
        FieldError fault = Table.fault(raw, header.size());
        Map<String, String> cells = new HashMap<>();
        if (fault == null) {
            positions.forEach((column, found) -> cells.put(column, cell(raw, found)));
        }
        Row row = new Row(null, raw, cells);
        if (fault != null) {
            row.errors().add(fault);
        }
        return row;
    }

    private static String cell(RawRow raw, List<Integer> found) {
        return found.stream()
                .map(position -> raw.cells().get(position))
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse("");
    }

    private static UncheckedIOException notReceived(IOException e) {
        return new UncheckedIOException("The file could not be received", e);
    }
}
