package org.rapport.kit.importing;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rapport.kit.problem.FieldError;
import org.rapport.kit.problem.Problems;

/** A CSV stream with a header, row by row. */
final class CsvTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final ObjectReader CELLS = new CsvMapper().readerFor(String[].class);

    private final CsvRecords records;
    private final String source;
    private final Set<String> required;
    private final List<String> header;

    /** Reads the header; throws a 422 that names every column that is missing or unknown. */
    CsvTable(InputStream in, String source, Set<String> required, Set<String> optional) throws IOException {
        this.records = new CsvRecords(in);
        this.source = source;
        this.required = required;
        this.header = header(optional);
    }

    private List<String> header(Set<String> optional) throws IOException {
        CsvRecords.Cut cut = records.next();
        if (cut == null) {
            throw Problems.invalid("", "HEADER_MISSING", "The file is empty: it needs a header row");
        }
        List<String> columns;
        try {
            String text = decode(cut.bytes());
            text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            columns = cut.fault() == null
                    ? Arrays.stream(cells(text)).map(String::strip).toList()
                    : List.of();
        } catch (CharacterCodingException e) {
            throw Problems.invalid("", "NOT_UTF_8", "The file is not UTF-8: save it as CSV UTF-8");
        }
        if (cut.fault() != null) {
            throw Problems.invalid("", cut.fault().code, "The header row cannot be read. " + cut.fault().detail);
        }
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!required.contains(column) && !optional.contains(column)) {
                errors.add(new FieldError("/" + column, "COLUMN_UNKNOWN", "There is no column of this name here"));
            } else if (!seen.add(column)) {
                errors.add(new FieldError("/" + column, "COLUMN_TWICE", "The column is there twice"));
            }
        }
        required.stream()
                .filter(column -> !seen.contains(column))
                .sorted()
                .forEach(column ->
                        errors.add(new FieldError("/" + column, "COLUMN_MISSING", "The file needs this column")));
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return columns;
    }

    /** The next row, with what is wrong with it as a whole among its errors, or null at the end. */
    Row next() throws IOException {
        CsvRecords.Cut cut = records.next();
        if (cut == null) {
            return null;
        }
        if (cut.fault() != null) {
            return faulty(cut.line(), cut.fault().code, cut.fault().detail);
        }
        String[] cells;
        try {
            cells = cells(decode(cut.bytes()));
        } catch (CharacterCodingException e) {
            return faulty(cut.line(), "NOT_UTF_8", "The row is not UTF-8");
        }
        if (cells.length != header.size()) {
            return faulty(
                    cut.line(), "CELL_COUNT", "The row has " + cells.length + " cells, the header " + header.size());
        }
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            byColumn.put(header.get(i), cells[i]);
        }
        Row row = new Row(source, cut.line(), byColumn);
        for (String column : required) {
            if (byColumn.get(column).isBlank()) {
                row.errors()
                        .add("/" + column, column.toUpperCase(Locale.ROOT) + "_REQUIRED", "The cell must not be empty");
            }
        }
        return row;
    }

    private Row faulty(long line, String code, String detail) {
        Row row = new Row(source, line, Map.of());
        row.errors().add("", code, detail);
        return row;
    }

    private static String[] cells(String record) throws IOException {
        return CELLS.readValue(record);
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
