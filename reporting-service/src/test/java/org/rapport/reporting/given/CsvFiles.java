package org.rapport.reporting.given;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.rapport.kit.json.Times;
import org.rapport.kit.json.Uuids;

/** The CSV files of one source among the test resources, in the format of the services' imports. */
record CsvFiles(String source) {

    List<Row> rows(String file) {
        try (InputStream csv = open(file)) {
            if (csv == null) {
                return List.of();
            }
            try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                    .readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(csv)) {
                return rows.readAll().stream()
                        .map(cells -> new Row(source, cells))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String file) throws IOException {
        InputStream plain = CsvFiles.class.getResourceAsStream("/" + source + "/" + file + ".csv");
        if (plain != null) {
            return plain;
        }
        InputStream packed = CsvFiles.class.getResourceAsStream("/" + source + "/" + file + ".csv.gz");
        return packed == null ? null : new GZIPInputStream(packed);
    }

    record Row(String source, Map<String, String> cells) {

        String text(String column) {
            String cell = cells.get(column);
            return cell == null || cell.isEmpty() ? null : cell;
        }

        Integer number(String column) {
            return text(column) == null ? null : Integer.valueOf(text(column));
        }

        String start(String column) {
            return text(column) == null ? null : Times.startOf(text(column)).toString();
        }

        String end(String column) {
            return text(column) == null ? null : Times.endOf(text(column)).toString();
        }

        String reference(String column, String collection) {
            return text(column) == null ? null : id(collection, text(column)).toString();
        }

        UUID id(String collection, String... key) {
            return Uuids.imported(source, collection, String.join("/", key));
        }
    }
}
