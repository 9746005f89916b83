package org.rapport.kit.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** CSV as RFC 4180 has it, in UTF-8. */
final class CsvTableWriter implements TableWriter {

    private static final ObjectWriter CSV = new CsvMapper()
            .writerFor(String[].class)
            .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
            .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private final SequenceWriter rows;

    CsvTableWriter(OutputStream out) throws IOException {
        rows = CSV.writeValues(out);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        rows.write(cells.stream()
                .map(cell -> cell == null ? "" : Formulas.harmless(cell.toString()))
                .toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
